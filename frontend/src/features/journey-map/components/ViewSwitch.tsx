import { m } from "@/i18n/generated/messages";
import styles from "./screen.module.css";

type Props = { table: boolean; onChange: (view: { view?: "table" }) => void };

/** The same map drawn, or as a list to read and search. */
export function ViewSwitch({ table, onChange }: Props) {
  return (
    <div className={styles.switch} role="group" aria-label={m.map_view()}>
      <button type="button" aria-pressed={!table} onClick={() => onChange({})}>
        {m.map_view_map()}
      </button>
      <button type="button" aria-pressed={table} onClick={() => onChange({ view: "table" })}>
        {m.map_view_table()}
      </button>
    </div>
  );
}
