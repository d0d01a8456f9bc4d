import { Search } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { Kbd } from "@/ui/Kbd";
import styles from "./SearchButton.module.css";
import { useShellStore } from "./store";

export function SearchButton() {
  const open = useShellStore((state) => state.open);
  return (
    <button type="button" className={styles.button} aria-label={m.shell_search()} aria-keyshortcuts="Control+K Meta+K" onClick={() => open("palette")}>
      <Search size={14} aria-hidden />
      <span className={styles.keys}>
        <Kbd keys="Mod+K" />
      </span>
    </button>
  );
}
