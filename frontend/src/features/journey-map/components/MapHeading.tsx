import { ChevronDown } from "lucide-react";
import { useEditor, useSnapshot, useUi } from "../context";
import { stateLabel } from "./labels";
import { HeadingFields } from "./late-parts";
import styles from "./screen.module.css";

/** What the map is called, and the state it describes; fields as soon as they can be edited. */
export function MapHeading() {
  const editor = useEditor();
  const title = useSnapshot((state) => state.structure.doc.map.title);
  const state = useSnapshot((snapshot) => snapshot.structure.doc.map.state);
  const editable = useUi((ui) => ui.ready) && editor.canEdit;
  return (
    <>
      <h1 className={editable ? "visually-hidden" : styles.title}>{title}</h1>
      {!editable && (
        <span className={styles.state}>
          {stateLabel(state)}
          {editor.canEdit && <ChevronDown size={12} aria-hidden />}
        </span>
      )}
      {editable && <HeadingFields />}
    </>
  );
}
