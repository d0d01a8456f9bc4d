import { memo } from "react";
import { useEditor, useSnapshot, useUi } from "../../context";
import { sameBox } from "../../model/boxes";
import { cardFooter } from "../../model/metrics";
import { FindingBadge } from "../findings/late";
import { InlineText } from "../late-parts";
import { CardFooter } from "./CardFooter";
import { MetricBody } from "./MetricBody";
import styles from "./card.module.css";
import type { Id, LaneKind } from "../../model/document";
import type { Box } from "../../model/boxes";
import type { UiState } from "../../store";

type Props = { box: Box; kind: LaneKind };

const SELECTED = 1;
const CARRIED = 2;
const EDITING = 4;
const TABBABLE = 8;

/** All that the person does to one card in one number: one subscription per card instead of four. */
function looksOf(state: UiState, id: Id): number {
  return (
    (state.selection.has(id) ? SELECTED : 0) |
    (state.carried?.id === id ? CARRIED : 0) |
    (state.editing?.target === "card" && state.editing.id === id ? EDITING : 0) |
    (state.item === id ? TABBABLE : 0)
  );
}

/** One card. It listens to its own data only, so that an edit draws one card. */
export const CardView = memo(
  function CardView({ box, kind }: Props) {
    const editor = useEditor();
    const card = useSnapshot((state) => state.structure.doc.items.card.get(box.id));
    const looks = useUi((state) => looksOf(state, box.id));
    const selected = (looks & SELECTED) !== 0;
    const carried = (looks & CARRIED) !== 0;
    const editing = (looks & EDITING) === 0 ? null : editor.ui.getState().editing;
    if (card === undefined) return null;
    const footer = cardFooter(card, kind);
    return (
      <article
        className={styles.card}
        data-kind={kind}
        data-item={card.id}
        data-drag="card"
        data-selected={selected || undefined}
        data-carried={carried || undefined}
        data-editing={editing !== null || undefined}
        {...(card.color !== null && { "data-stage": card.color })}
        tabIndex={(looks & TABBABLE) === 0 ? -1 : 0}
        style={{
          left: box.x,
          top: box.y,
          width: box.width,
          height: editing === null ? box.height : undefined,
          minHeight: box.height,
        }}
      >
        {kind === "images" && card.image_url !== "" && (
          <img className={styles.image} src={card.image_url} alt="" loading="lazy" draggable={false} />
        )}
        {editing !== null ? (
          <InlineText editing={editing} value={card.text} multiline className={styles.input} />
        ) : kind === "metrics" ? (
          <MetricBody card={card} />
        ) : (
          <p className={styles.text} data-lines={box.lines} dir="auto">
            {card.text}
          </p>
        )}
        <FindingBadge of={card.id} spot="corner" />
        {footer !== null && kind !== "metrics" && <CardFooter footer={footer} />}
      </article>
    );
  },
  (before, after) => before.kind === after.kind && sameBox(before.box, after.box),
);
