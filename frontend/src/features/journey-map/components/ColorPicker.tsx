import { Ban } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { COLORS } from "../model/document";
import { colorLabel } from "./part-labels";
import styles from "./fields.module.css";
import type { Color } from "../model/document";

type Props = { value: Color | null; onChange: (color: Color | null) => void; required?: boolean };

/** The eight colours of stages and cards. */
export function ColorPicker({ value, onChange, required = false }: Props) {
  return (
    <div className={styles.colors} role="group" aria-label={m.map_color()}>
      {COLORS.map((color) => (
        <button
          key={color}
          type="button"
          className={styles.color}
          data-stage={color}
          aria-pressed={value === color}
          aria-label={colorLabel(color)}
          title={colorLabel(color)}
          onClick={() => onChange(color)}
        />
      ))}
      {!required && (
        <button
          type="button"
          className={styles.noColor}
          aria-pressed={value === null}
          aria-label={m.map_color_none()}
          title={m.map_color_none()}
          onClick={() => onChange(null)}
        >
          <Ban size={16} aria-hidden />
        </button>
      )}
    </div>
  );
}
