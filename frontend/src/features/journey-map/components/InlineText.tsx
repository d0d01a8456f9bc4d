import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { cancelEditing, finishEditing, writeText } from "../commands/editing";
import { useEditor } from "../context";
import type { Editing } from "../store";

/** Where CSS lets a field grow with its text, nothing has to be measured while writing. */
const GROWS_BY_ITSELF = CSS.supports("field-sizing", "content");

type Props = {
  editing: Editing;
  value: string;
  multiline?: boolean;
  className?: string | undefined;
};

/**
 * The text under the cursor, saved while it is written. Enter and leaving keep it, Esc takes it back.
 * It keeps its own draft so that what comes back from the map never moves the cursor.
 */
export function InlineText({ editing, value, multiline = false, className }: Props) {
  const editor = useEditor();
  const [draft, setDraft] = useState(editing.typed ?? value);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    if (editing.typed === null) element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
  }, [editing.typed]);

  useEffect(() => {
    if (editing.typed !== null) writeText(editor, editing, editing.typed);
  }, [editor, editing]);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || GROWS_BY_ITSELF) return;
    element.style.height = "0";
    element.style.height = `${element.scrollHeight}px`;
  }, [draft]);

  const finish = (how: "enter" | "tab" | "blur") => {
    if (done.current) return;
    done.current = true;
    finishEditing(editor, editing, how);
  };
  const cancel = () => {
    done.current = true;
    cancelEditing(editor, editing);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // F8 leads on to the next finding; the text is kept as when leaving it in any other way.
    if (event.key === "F8") return;
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !(multiline && event.shiftKey)) {
      event.preventDefault();
      finish("enter");
    } else if (event.key === "Escape") {
      event.preventDefault();
      cancel();
    } else if (event.key === "Tab") {
      finish("tab");
    }
  };

  return (
    <textarea
      ref={field}
      rows={1}
      className={className}
      aria-label={m.map_edit_text()}
      dir="auto"
      value={draft}
      maxLength={multiline ? 2000 : 200}
      data-inline-text=""
      onChange={(event) => {
        const text = multiline ? event.target.value : event.target.value.replaceAll("\n", " ");
        setDraft(text);
        writeText(editor, editing, text);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => finish("blur")}
    />
  );
}
