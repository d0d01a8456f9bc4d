import { Plus, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "./IconButton";
import { InlineText } from "./InlineText";
import styles from "./ListEditor.module.css";

type Props = {
  /** What the list is of; names each line for those who listen. */
  label: string;
  items: readonly string[];
  onChange: (items: string[]) => void;
  addLabel: string;
  placeholder?: string;
  readOnly?: boolean;
  most?: number;
};

const filled = (rows: readonly string[]): string[] => rows.map((row) => row.trim()).filter(Boolean);

/** A list of short lines: Enter adds one below, Backspace in an empty one removes it, Alt+↑/↓ moves it. */
export function ListEditor({ label, items, onChange, addLabel, placeholder = "", readOnly = false, most = 50 }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const focusNext = useRef<number | null>(null);
  // Lines that are still empty exist only here; whoever keeps the list never hears of them.
  const [rows, setRows] = useState<readonly string[] | null>(null);
  const shown = rows ?? items;

  useEffect(() => {
    if (focusNext.current === null) return;
    list.current?.querySelectorAll("textarea")[focusNext.current]?.focus();
    focusNext.current = null;
  });

  const change = (next: string[], focus: number | null = null) => {
    focusNext.current = focus;
    setRows(next);
    onChange(filled(next));
  };
  const add = (at: number) => shown.length < most && change(shown.toSpliced(at, 0, ""), at);
  const remove = (index: number) => change(shown.toSpliced(index, 1), Math.max(index - 1, 0));
  const move = (from: number, to: number) => {
    const moved = shown[from];
    if (moved === undefined || to < 0 || to >= shown.length) return;
    change(shown.toSpliced(from, 1).toSpliced(to, 0, moved), to);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, index: number) => {
    const act = keyAction(event, shown[index] ?? "");
    if (!act) return;
    event.preventDefault();
    if (act === "add") add(index + 1);
    else if (act === "remove") remove(index);
    else move(index, act === "up" ? index - 1 : index + 1);
  };

  return (
    <div
      className={styles.editor}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setRows(null);
      }}
    >
      <ul ref={list} className={styles.list}>
        {shown.map((item, index) => (
          <li key={index} className={styles.item}>
            <InlineText
              className={styles.text}
              label={m.common_list_item({ label, position: index + 1 })}
              value={item}
              placeholder={placeholder}
              readOnly={readOnly}
              onChange={(value) => change(shown.with(index, value))}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
            {!readOnly && (
              <IconButton
                label={m.common_remove_item({ item: item || label })}
                size={24}
                tooltip={false}
                className={styles.remove}
                onClick={() => remove(index)}
              >
                <X size={13} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && shown.length < most && (
        <button type="button" className={styles.add} data-opens="" onClick={() => add(shown.length)}>
          <Plus size={13} aria-hidden />
          {addLabel}
        </button>
      )}
    </div>
  );
}

type Action = "add" | "remove" | "up" | "down";

function keyAction(event: KeyboardEvent, value: string): Action | null {
  if (event.key === "Enter" && !event.nativeEvent.isComposing) return "add";
  if (event.key === "Backspace" && value === "") return "remove";
  if (event.altKey && event.key === "ArrowUp") return "up";
  if (event.altKey && event.key === "ArrowDown") return "down";
  return null;
}
