import type { FieldConflict } from "@/api/autosave/autosave";
import type { Persona, PersonaSource } from "@/api/personas";
import type { SegmentCondition } from "@/api/segments";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { fieldLabel } from "./fields";
import styles from "./PersonaConflicts.module.css";

type Props = {
  conflicts: readonly FieldConflict<Persona>[];
  resolve: (field: keyof Persona, choice: "mine" | "theirs") => void;
};

/** Fields that somebody else changed meanwhile: both values, and a decision for each. */
export function PersonaConflicts({ conflicts, resolve }: Props) {
  return (
    <section role="alert" className={styles.box}>
      <h2>{m.personas_conflict_title()}</h2>
      {conflicts.map(({ field, mine, theirs }) => (
        <div key={field} className={styles.conflict}>
          <h3>{fieldLabel(field)}</h3>
          <div className={styles.sides}>
            <Side title={m.common_conflict_yours()} value={mine} action={m.common_conflict_keep_mine()} onChoose={() => resolve(field, "mine")} />
            <Side title={m.common_conflict_theirs()} value={theirs} action={m.common_conflict_take_theirs()} onChoose={() => resolve(field, "theirs")} />
          </div>
        </div>
      ))}
    </section>
  );
}

type SideProps = { title: string; value: unknown; action: string; onChoose: () => void };

function Side({ title, value, action, onChoose }: SideProps) {
  return (
    <div className={styles.side}>
      <h4>{title}</h4>
      <p>{asText(value) || m.personas_conflict_empty()}</p>
      <Button onClick={onChoose}>{action}</Button>
    </div>
  );
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(lineOf).join("\n");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function lineOf(item: string | PersonaSource | SegmentCondition): string {
  if (typeof item === "string") return item;
  return "trait" in item ? m.personas_segment_one_of({ trait: item.trait, values: item.values?.join(", ") ?? "" }) : (item.text ?? "");
}
