import { Ellipsis } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import styles from "./header-tools.module.css";

/** Opens the menu of a stage, step or lane. */
export function HeaderMenu({ name }: { name: string }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.headerButton}
      data-act="menu"
      aria-label={m.map_more_for({ name })}
      aria-haspopup="menu"
    >
      <Ellipsis size={14} aria-hidden />
    </button>
  );
}
