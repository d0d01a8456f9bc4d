import { useMemo, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { SearchInput } from "@/ui/SearchInput";
import { useEditor, useSnapshot } from "../../context";
import { mentionsOf, opportunityScore } from "../../model/card-figures";
import { inReadingOrder } from "../../model/card-edits";
import { statusLabel } from "../labels";
import styles from "./table.module.css";
import type { Card } from "../../model/document";
import type { Structure } from "../../model/structure";

/** All cards of the map as a list: to read on a phone, to search, to find with the browser. */
export default function TableView() {
  const structure = useSnapshot((state) => state.structure);
  const [search, setSearch] = useState("");
  const cards = useMemo(() => inReadingOrder(structure, new Set(structure.doc.items.card.keys())), [structure]);
  const wanted = search.trim().toLocaleLowerCase();
  const found = cards.filter((card) =>
    wordsOf(structure, card).some((word) => word.toLocaleLowerCase().includes(wanted)),
  );
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <SearchInput
          label={m.map_table_search()}
          placeholder={m.map_table_search()}
          value={search}
          onChange={setSearch}
        />
        <span role="status">{m.map_count_cards({ count: found.length })}</span>
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.map_table_label()}>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.map_table_stage()}</th>
              <th scope="col">{m.map_table_step()}</th>
              <th scope="col">{m.map_table_lane()}</th>
              <th scope="col">{m.map_table_text()}</th>
              <th scope="col">{m.map_table_evidence()}</th>
              <th scope="col">{m.map_table_rating()}</th>
              <th scope="col">{m.map_field_owner()}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((card) => (
              <CardRow key={card.id} card={card} structure={structure} />
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className={styles.none}>{m.map_table_none()}</p>}
      </div>
    </div>
  );
}

function wordsOf({ doc: { items } }: Structure, card: Card): string[] {
  const step = items.step.get(card.step_id);
  return [
    card.text,
    ...card.tags,
    step?.title ?? "",
    items.lane.get(card.lane_id)?.title ?? "",
    items.stage.get(step?.stage_id ?? "")?.title ?? "",
  ];
}

function ratingOf(card: Card): string {
  const score = opportunityScore(card);
  const parts = [
    card.severity === null ? null : m.map_card_severity({ value: card.severity }),
    card.status === null ? null : statusLabel(card.status),
    score === null ? null : m.map_card_score({ score }),
  ].filter((part) => part !== null);
  return parts.join(" · ");
}

function CardRow({ card, structure }: { card: Card; structure: Structure }) {
  const editor = useEditor();
  const { step, stage, lane } = structure.doc.items;
  const at = step.get(card.step_id);
  const owner = useSnapshot((state) => state.catalogue.members.get(card.owner_id ?? "")?.name ?? "");
  const its = stage.get(at?.stage_id ?? "");
  const mentions = mentionsOf(card);
  return (
    <tr data-stage={its?.color}>
      <td>
        <span className={styles.stage}>{its?.title}</span>
      </td>
      <td>{at?.title}</td>
      <td>{lane.get(card.lane_id)?.title}</td>
      <td>
        <button
          type="button"
          className={styles.open}
          onClick={() => editor.ui.setState({ panel: { kind: "card", id: card.id } })}
        >
          {card.text || m.map_card_untitled()}
        </button>
      </td>
      <td>{mentions > 0 && m.map_card_mentions({ count: mentions })}</td>
      <td>{ratingOf(card)}</td>
      <td>{owner}</td>
    </tr>
  );
}
