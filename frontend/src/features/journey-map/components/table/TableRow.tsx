import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { useEditor, useSnapshot, useUi } from "../../context";
import { mentionsOf, opportunityScore } from "../../model/document";
import { FindingBadge } from "../findings/FindingBadge";
import { statusLabel } from "../labels";
import styles from "./table.module.css";
import type { Card } from "../../model/document";
import type { Row } from "../../model/table";

function ratingOf(card: Card): string {
  const score = opportunityScore(card);
  const parts = [
    card.severity === null ? null : m.map_card_severity({ value: card.severity }),
    card.status === null ? null : statusLabel(card.status),
    score === null ? null : m.map_card_score({ score }),
  ].filter((part) => part !== null);
  return parts.join(" · ");
}

/** One card with its stage, step and lane; all of them are marked by what points at them (`data-item`). */
export const TableRow = memo(function TableRow({ stage, step, lane, card }: Row) {
  const editor = useEditor();
  const selected = useUi((state) => card !== null && state.selection.has(card.id));
  const owner = useSnapshot((state) => state.catalogue.members.get(card?.owner_id ?? "")?.name);
  const mentions = card === null ? 0 : mentionsOf(card);
  const open = () => {
    if (card !== null) editor.focusCard(card.id);
    else editor.focus(step === null ? "stages" : "steps", (step ?? stage).id);
    const kind = card === null ? (step === null ? "stage" : "step") : "card";
    editor.ui.setState({ panel: { kind, id: (card ?? step ?? stage).id } });
  };
  return (
    <tr data-stage={stage.color} data-item={card?.id} data-selected={selected || undefined}>
      <td>
        <span className={styles.stage} data-item={stage.id}>
          {stage.title}
        </span>
      </td>
      <td>
        <span className={styles.step} data-item={step?.id}>
          {step?.title}
        </span>
      </td>
      <td>{lane?.title}</td>
      <td>
        <button type="button" className={styles.open} data-blank={card === null || undefined} onClick={open}>
          {card === null ? m.map_table_no_card() : card.text || m.map_card_untitled()}
        </button>
        {card !== null && <FindingBadge of={card.id} spot="row" />}
      </td>
      <td>{mentions > 0 && m.map_card_mentions({ count: mentions })}</td>
      <td>{card !== null && ratingOf(card)}</td>
      <td>{owner}</td>
    </tr>
  );
});
