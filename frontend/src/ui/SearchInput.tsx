import { Search, X } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "./IconButton";
import styles from "./SearchInput.module.css";

type Props = { label: string; placeholder: string; value: string; onChange: (value: string) => void };

/** Narrows what is on the page; Esc empties it. */
export function SearchInput({ label, placeholder, value, onChange }: Props) {
  return (
    <div className={styles.search} role="search">
      <Search size={14} aria-hidden />
      <input
        type="text"
        inputMode="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value !== "") {
            event.preventDefault();
            onChange("");
          }
        }}
      />
      {value !== "" && (
        <IconButton label={m.common_clear()} size={24} tooltip={false} onClick={() => onChange("")}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
