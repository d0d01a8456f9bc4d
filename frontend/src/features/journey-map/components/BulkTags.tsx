import { X } from "lucide-react";
import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { TextField } from "@/ui/TextField";
import { useEditor, useSnapshot, useUi } from "../context";
import { addTag, removeTag, TAGS, usedTags } from "../model/tags";
import styles from "./bulk-tags.module.css";

/** The tags of all selected cards: what is added or taken away is for all of them, and one step of undo. */
export default function BulkTags() {
  const editor = useEditor();
  const [text, setText] = useState("");
  const selection = useUi((state) => state.selection);
  const { card } = useSnapshot((state) => state.structure.doc.items);
  const cards = [...selection].flatMap((id) => card.get(id) ?? []);
  const add = () => {
    editor.edit(addTag(cards, text));
    if (text.trim() !== "") editor.announce(m.map_said_tagged({ tag: text.trim() }));
    setText("");
  };
  const remove = (tag: string) => {
    editor.edit(removeTag(cards, tag));
    editor.announce(m.map_said_untagged({ tag }));
  };
  return (
    <form
      className={styles.tags}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <ul className={styles.list} aria-label={m.map_field_tags()}>
        {usedTags(cards).map(({ tag, count }) => (
          <li key={tag}>
            <span className={styles.tag}>{tag}</span>
            <small>{m.map_bulk_tag_on({ count, all: cards.length })}</small>
            <IconButton label={m.common_remove_item({ item: tag })} size={24} tooltip={false} onClick={() => remove(tag)}>
              <X size={13} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <TextField label={m.map_field_tag_add()} hideLabel placeholder={m.map_field_tag_add()} value={text} maxLength={TAGS.longest} onChange={setText} autoFocus />
        <Button type="submit" disabled={text.trim() === ""}>
          {m.map_bulk_tag_add()}
        </Button>
      </div>
    </form>
  );
}
