import { clsx } from "clsx";
import styles from "./Kbd.module.css";
import { keyLabels } from "./commands/shortcut";

/** Draws a shortcut such as "Mod+K" in the keys of this machine. */
export function Kbd({ keys, inverse = false }: { keys: string; inverse?: boolean }) {
  return (
    <span className={clsx(styles.keys, inverse && styles.inverse)}>
      {keyLabels(keys).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
