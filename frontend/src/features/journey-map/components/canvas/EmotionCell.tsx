import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { useEditor, useSnapshot, useUi } from "../../context";
import { moodOf, yOf } from "../../model/curve";
import { moodAt } from "../../model/findings/mood";
import { drawnPoints, labelSide } from "../curve-points";
import { FindingBadge } from "../findings/late";
import { formatScore } from "../format";
import { InlineText } from "../late-parts";
import { moodLabel } from "../measure-labels";
import { Face } from "./Face";
import { useCellProps, useItemTabIndex } from "./cell";
import styles from "./emotion.module.css";
import cellStyles from "./cells.module.css";
import type { Emotion, Lane } from "../../model/document";
import type { Column } from "../../model/boxes";

/** One step of the emotion lane: the face on the curve, a slider from −2 to +2. */
export const EmotionCell = memo(function EmotionCell({ lane, column }: { lane: Lane; column: Column }) {
  const personaId = useUi((state) => state.personaId);
  const emotion = useSnapshot((state) => state.structure.emotions.get(personaId)?.get(column.key));
  const props = useCellProps(lane.id, column);
  return (
    <div
      {...props}
      className={cellStyles.cell}
      data-emotion=""
      {...(emotion === undefined && { "aria-label": m.map_cell_empty() })}
    >
      {emotion !== undefined && <Point emotion={emotion} width={column.width} />}
    </div>
  );
});

function sideOf(score: number, side: "above" | "below" | undefined): "above" | "below" {
  return side ?? (score < 0 ? "below" : "above");
}

function Point({ emotion, width }: { emotion: Emotion; width: number }) {
  const editor = useEditor();
  const tabIndex = useItemTabIndex(emotion.id);
  const step = useSnapshot((state) => state.structure.doc.items.step.get(emotion.step_id)?.title ?? "");
  const side = useSnapshot((state) => labelSide(drawnPoints(state, emotion.persona_id), emotion.step_id));
  const editing = useUi((state) => (state.editing?.id === emotion.id ? state.editing : null));
  const mood = moodOf(emotion.score);
  const label = emotion.label || moodLabel(mood);
  const words = `${formatScore(emotion.score)} ${label}`;
  const y = yOf(emotion.score);
  const place = sideOf(emotion.score, side);
  const slider = editor.canEdit
    ? {
        role: "slider",
        "aria-label": m.map_emotion_at({ step }),
        "aria-orientation": "vertical" as const,
        "aria-valuemin": -2,
        "aria-valuemax": 2,
        "aria-valuenow": emotion.score,
        "aria-valuetext": words,
      }
    : { role: "img", "aria-label": m.map_emotion_at_is({ step, emotion: words }) };
  return (
    <>
      <span
        {...slider}
        className={styles.face}
        data-item={emotion.id}
        data-drag={editor.canEdit ? "emotion" : undefined}
        tabIndex={tabIndex}
        style={{ left: width / 2, top: y }}
        title={words}
      >
        <Face mood={mood} />
      </span>
      <span className={styles.badge} style={{ left: width / 2, top: y }}>
        <FindingBadge of={moodAt(emotion.step_id)} spot="face" />
      </span>
      {editing !== null ? (
        <span className={styles.label} data-side={place} style={{ left: width / 2, top: y }}>
          <InlineText editing={editing} value={emotion.label} className={styles.input} />
        </span>
      ) : (
        (side !== undefined || emotion.label !== "") && (
          <span className={styles.label} data-side={place} style={{ left: width / 2, top: y }} aria-hidden="true">
            {label}
          </span>
        )
      )}
    </>
  );
}
