import { m } from "@/i18n/generated/messages";
import { ListEditor } from "@/ui/ListEditor";
import { Select } from "@/ui/Select";
import { useEditor, useSnapshot } from "../../context";
import { ColorPicker } from "../ColorPicker";
import { setCards } from "../../model/card-edits";
import { opportunityScore } from "../../model/card-figures";
import { CARD_STATUSES } from "../../model/document";
import { TAGS } from "../../model/tags";
import { statusLabel } from "../labels";
import { ChoiceRow } from "./ChoiceRow";
import { EvidenceEditor } from "./EvidenceEditor";
import { LinksEditor } from "./LinksEditor";
import { MetricEditor } from "./MetricEditor";
import { PanelText } from "./PanelText";
import { UrlField } from "./UrlField";
import styles from "./panel.module.css";
import type { Card, Id } from "../../model/document";

type Fields = Partial<Omit<Card, "id" | "revision">>;
type SetFields = (fields: Fields) => void;

const FIVE = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));

/** Every field of a card. */
export default function CardPanel({ id }: { id: Id }) {
  const editor = useEditor();
  const card = useSnapshot((state) => state.structure.doc.items.card.get(id));
  const lane = useSnapshot((state) => state.structure.doc.items.lane.get(card?.lane_id ?? ""));
  const step = useSnapshot((state) => state.structure.doc.items.step.get(card?.step_id ?? "")?.title ?? "");
  if (card === undefined || lane === undefined) return null;
  const set: SetFields = (fields) => editor.edit(setCards([id], fields), `panel:${id}:${Object.keys(fields).join()}`);
  return (
    <>
      <p className={styles.where}>{m.map_panel_where({ lane: lane.title, step })}</p>
      <PanelText
        label={m.map_field_text()}
        maxLength={2000}
        rows={3}
        value={card.text}
        onChange={(text) => set({ text })}
      />
      {lane.kind === "pain_points" && <Severity card={card} set={set} />}
      {lane.kind === "opportunities" && <Opportunity card={card} set={set} />}
      {lane.kind === "metrics" && <MetricEditor metric={card.metric} onChange={(metric) => set({ metric })} />}
      {lane.kind === "images" && (
        <UrlField
          label={m.map_field_image()}

          value={card.image_url}
          onChange={(image_url) => set({ image_url })}
        />
      )}
      <EvidenceEditor evidence={card.evidence} onChange={(evidence) => set({ evidence })} />
      <LinksEditor links={card.links} onChange={(links) => set({ links })} />
      <div className={styles.field}>
        <span className={styles.label}>{m.map_field_tags()}</span>
        <ListEditor
          label={m.map_field_tags()}
          items={card.tags}
          addLabel={m.map_field_tag_add()}
          readOnly={!editor.canEdit}
          most={TAGS.most}
          onChange={(tags) => set({ tags: tags.map((tag) => tag.slice(0, TAGS.longest)) })}
        />
      </div>
      <Owner card={card} set={set} />
      {editor.canEdit && (
        <div className={styles.field}>
          <span className={styles.label}>{m.map_color()}</span>
          <ColorPicker value={card.color} onChange={(color) => set({ color })} />
        </div>
      )}
      <Span card={card} set={set} />
    </>
  );
}

function Severity({ card, set }: { card: Card; set: SetFields }) {
  const options = [
    { value: 1, label: m.map_severity_low() },
    { value: 2, label: m.map_severity_medium() },
    { value: 3, label: m.map_severity_high() },
  ];
  return (
    <ChoiceRow
      label={m.map_field_severity()}
      value={card.severity}
      options={options}
      onChange={(severity) => set({ severity })}
    />
  );
}

function Opportunity({ card, set }: { card: Card; set: SetFields }) {
  const score = opportunityScore(card);
  return (
    <>
      <ChoiceRow
        label={m.map_field_status()}
        value={card.status}
        options={CARD_STATUSES.map((value) => ({ value, label: statusLabel(value) }))}
        onChange={(status) => set({ status })}
      />
      <ChoiceRow
        label={m.map_field_impact()}
        value={card.impact}
        options={FIVE}
        onChange={(impact) => set({ impact })}
      />
      <ChoiceRow
        label={m.map_field_effort()}
        value={card.effort}
        options={FIVE}
        onChange={(effort) => set({ effort })}
      />
      <p className={styles.hint}>{score === null ? m.map_score_missing() : m.map_score_is({ score })}</p>
    </>
  );
}

function Owner({ card, set }: { card: Card; set: SetFields }) {
  const { canEdit } = useEditor();
  const members = useSnapshot((state) => state.catalogue.members);
  const options = [
    { value: "", label: m.map_owner_nobody() },
    ...[...members.values()].map((one) => ({ value: one.user_id, label: one.name })),
  ];
  return (
    <Select
      label={m.map_field_owner()}
      options={options}
      value={card.owner_id ?? ""}
      disabled={!canEdit}
      onChange={(id) => set({ owner_id: id === "" ? null : id })}
    />
  );
}

function Span({ card, set }: { card: Card; set: SetFields }) {
  const from = useSnapshot((state) => state.structure.steps.findIndex((one) => one.id === card.step_id));
  const count = useSnapshot((state) => state.structure.steps.length);
  const most = Math.min(Math.max(1, count - from), 8);
  const options = Array.from({ length: most }, (_, index) => ({ value: index + 1, label: String(index + 1) }));
  return (
    <ChoiceRow
      label={m.map_field_span()}
      value={card.span}
      options={options}
      onChange={(span) => set({ span: span ?? 1 })}
    />
  );
}
