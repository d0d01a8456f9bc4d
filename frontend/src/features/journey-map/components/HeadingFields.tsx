import { ChevronDown } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { InlineText } from "@/ui/InlineText";
import { MenuButton } from "@/ui/MenuButton";
import { useEditor, useSnapshot } from "../context";
import { MAP_STATES } from "../model/document";
import { stateLabel } from "./labels";
import styles from "./screen.module.css";

/** The map's title, edited where it stands, and the state it describes. */
export function HeadingFields() {
  const editor = useEditor();
  const title = useSnapshot((state) => state.structure.doc.map.title);
  const state = useSnapshot((snapshot) => snapshot.structure.doc.map.state);
  return (
    <>
      <InlineText
        label={m.map_title()}
        value={title}
        className={styles.heading}
        onChange={(text) => {
          if (text.trim() !== "") editor.edit([{ op: "map.set", set: { title: text } }], "map.title");
        }}
        onBlur={() => editor.endGesture()}
      />
      <MenuButton
        label={m.map_state()}
        entries={MAP_STATES.map((one) => ({
          id: one,
          label: stateLabel(one),
          selected: one === state,
          onAction: () => editor.edit([{ op: "map.set", set: { state: one } }]),
        }))}
      >
        {(trigger) => (
          <button type="button" className={styles.state} {...trigger}>
            <span className="visually-hidden">{m.map_state()} </span>
            {stateLabel(state)}
            <ChevronDown size={12} aria-hidden />
          </button>
        )}
      </MenuButton>
    </>
  );
}
