import { m } from "@/i18n/generated/messages";
import { colorStage } from "../../commands/structure";
import { useEditor, useSnapshot } from "../../context";
import { ColorPicker } from "../ColorPicker";
import { PanelText } from "./PanelText";
import styles from "./panel.module.css";
import type { Id, Stage, Step } from "../../model/document";

/** All fields of a stage or a step. */
export default function PartPanel({ part, id }: { part: "stage" | "step"; id: Id }) {
  return part === "stage" ? <StageFields id={id} /> : <StepFields id={id} />;
}

function StageFields({ id }: { id: Id }) {
  const editor = useEditor();
  const stage = useSnapshot((state) => state.structure.doc.items.stage.get(id));
  if (stage === undefined) return null;
  const set = (fields: Partial<Pick<Stage, "title" | "customer_goal" | "trigger">>) =>
    editor.edit([{ op: "stage.set", id, set: fields }], `panel:${id}:${Object.keys(fields).join()}`);
  return (
    <>
      <PanelText
        label={m.map_field_name()}
        value={stage.title}
        onChange={(title) => title.trim() !== "" && set({ title })}
      />
      <PanelText
        label={m.map_field_customer_goal()}
        name="customer_goal"
        rows={3}
        hint={m.map_field_customer_goal_hint()}
        value={stage.customer_goal}
        onChange={(customer_goal) => set({ customer_goal })}
      />
      <PanelText
        label={m.map_field_trigger()}
        name="trigger"
        rows={3}
        hint={m.map_field_trigger_hint()}
        value={stage.trigger}
        onChange={(trigger) => set({ trigger })}
      />
      {editor.canEdit && (
        <div className={styles.field}>
          <span className={styles.label}>{m.map_color()}</span>
          <ColorPicker
            value={stage.color}
            required
            onChange={(color) => color !== null && colorStage(editor, id, color)}
          />
        </div>
      )}
    </>
  );
}

function StepFields({ id }: { id: Id }) {
  const editor = useEditor();
  const step = useSnapshot((state) => state.structure.doc.items.step.get(id));
  const isGoal = useSnapshot((state) => state.structure.doc.map.goal_step_id === id);
  if (step === undefined) return null;
  const set = (fields: Partial<Pick<Step, "title" | "description">>) =>
    editor.edit([{ op: "step.set", id, set: fields }], `panel:${id}:${Object.keys(fields).join()}`);
  return (
    <>
      <PanelText label={m.map_field_name()} value={step.title} onChange={(title) => set({ title })} />
      <PanelText
        label={m.map_field_description()}
        rows={4}
        value={step.description}
        onChange={(description) => set({ description })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isGoal}
          disabled={!editor.canEdit}
          onChange={(event) =>
            editor.edit([{ op: "map.set", set: { goal_step_id: event.target.checked ? id : null } }])
          }
        />
        {m.map_field_goal_step_is()}
      </label>
    </>
  );
}
