import { m } from "@/i18n/generated/messages";
import { ChipPicker } from "@/ui/ChipPicker";
import { ListEditor } from "@/ui/ListEditor";
import { Portrait } from "@/ui/portrait/Portrait";
import { Select } from "@/ui/Select";
import { useEditor, useSnapshot } from "../../context";
import { MAP_STATES } from "../../model/document";
import { stateLabel } from "../labels";
import { ChoiceRow } from "./ChoiceRow";
import { PanelText } from "./PanelText";
import styles from "./panel.module.css";
import type { MapFields } from "../../model/document";

/** What the map is about: goal, scenario, personas, limits, who cares for it. */
export default function MapPanel() {
  const editor = useEditor();
  const map = useSnapshot((state) => state.structure.doc.map);
  const set = (fields: Partial<MapFields>) =>
    editor.edit([{ op: "map.set", set: fields }], `panel:map:${Object.keys(fields).join()}`);
  return (
    <>
      <ChoiceRow
        label={m.map_state()}
        value={map.state}
        options={MAP_STATES.map((value) => ({ value, label: stateLabel(value) }))}
        onChange={(state) => state !== null && set({ state })}
      />
      <PanelText
        label={m.map_field_goal()}
        name="goal"
        rows={2}
        hint={m.map_field_goal_hint()}
        value={map.goal}
        onChange={(goal) => set({ goal })}
      />
      <PanelText
        label={m.map_field_goal_start()}
        name="goal_start"
        value={map.goal_start}
        onChange={(goal_start) => set({ goal_start })}
      />
      <PanelText
        label={m.map_field_goal_end()}
        name="goal_end"
        value={map.goal_end}
        onChange={(goal_end) => set({ goal_end })}
      />
      <GoalStep map={map} set={set} />
      <PanelText
        label={m.map_field_scenario()}
        name="scenario"
        rows={4}
        value={map.scenario}
        onChange={(scenario) => set({ scenario })}
      />
      <div className={styles.field} data-field="persona_ids">
        <span className={styles.label}>{m.map_personas()}</span>
        <Personas map={map} set={set} />
      </div>
      <div className={styles.field} data-field="constraints">
        <span className={styles.label}>{m.map_field_constraints()}</span>
        <ListEditor
          label={m.map_field_constraints()}
          items={map.constraints}
          addLabel={m.map_field_constraint_add()}
          readOnly={!editor.canEdit}
          onChange={(constraints) => set({ constraints })}
        />
      </div>
      <Owner map={map} set={set} />
      <PanelText
        label={m.map_field_reviewed()}
        type="date"
        value={map.reviewed_on ?? ""}
        onChange={(date) => set({ reviewed_on: date === "" ? null : date })}
      />
    </>
  );
}

type Part = { map: MapFields; set: (fields: Partial<MapFields>) => void };

function GoalStep({ map, set }: Part) {
  const { canEdit } = useEditor();
  const steps = useSnapshot((state) => state.structure.steps);
  const options = [
    { value: "", label: m.map_goal_step_last() },
    ...steps.map((step, index) => ({
      value: step.id,
      label: m.map_step_numbered({ number: index + 1, title: step.title }),
    })),
  ];
  return (
    <div className={styles.field}>
      <Select
        label={m.map_field_goal_step()}
        options={options}
        value={map.goal_step_id ?? ""}
        disabled={!canEdit}
        onChange={(id) => set({ goal_step_id: id === "" ? null : id })}
      />
      <p className={styles.hint}>{m.map_field_goal_step_hint()}</p>
    </div>
  );
}

function Personas({ map, set }: Part) {
  const editor = useEditor();
  const personas = useSnapshot((state) => state.catalogue.personas);
  const items = [...personas.values()].map((persona) => ({
    id: persona.id,
    label: persona.name,
    icon: <Portrait portrait={persona.portrait} name={persona.name} size={18} />,
  }));
  const change = (persona_ids: string[]) => {
    set({ persona_ids });
    const { personaId } = editor.ui.getState();
    if (personaId === null || !persona_ids.includes(personaId))
      editor.ui.setState({ personaId: persona_ids[0] ?? null });
  };
  return (
    <ChipPicker
      label={m.map_personas()}
      addLabel={m.map_field_persona_add()}
      groups={[{ id: "all", label: m.map_personas(), items }]}
      chosen={map.persona_ids}
      readOnly={!editor.canEdit}
      onChange={change}
    />
  );
}

function Owner({ map, set }: Part) {
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
      value={map.owner_id ?? ""}
      disabled={!canEdit}
      onChange={(id) => set({ owner_id: id === "" ? null : id })}
    />
  );
}
