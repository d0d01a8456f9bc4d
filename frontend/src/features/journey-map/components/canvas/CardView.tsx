import { memo } from "react";
import { useSnapshot, useUi } from "../../context";
import { sameBox } from "../../model/layout";
import { cardFooter } from "../../model/metrics";
import { InlineText } from "../InlineText";
import { CardFooter } from "./CardFooter";
import { MetricBody } from "./MetricBody";
import { useItemTabIndex } from "./cell";
import styles from "./card.module.css";
import type { LaneKind } from "../../model/document";
import type { Box } from "../../model/layout";

type Props = { box: Box; kind: LaneKind };

/** One card. It listens to its own data only, so that an edit draws one card. */
export const CardView = memo(
  function CardView({ box, kind }: Props) {
    const card = useSnapshot((state) => state.structure.doc.items.card.get(box.id));
    const selected = useUi((state) => state.selection.has(box.id));
    const carried = useUi((state) => state.carried?.id === box.id);
    const editing = useUi((state) =>
      state.editing?.target === "card" && state.editing.id === box.id ? state.editing : null,
    );
    const tabIndex = useItemTabIndex(box.id);
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
        tabIndex={tabIndex}
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
        {footer !== null && kind !== "metrics" && <CardFooter footer={footer} />}
      </article>
    );
  },
  (before, after) => before.kind === after.kind && sameBox(before.box, after.box),
);
