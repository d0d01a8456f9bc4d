import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { sketchMap } from "../commands/sketch";
import { useEditor } from "../context";
import styles from "./screen.module.css";

const GHOST = [
  { color: "blue", cards: 2 },
  { color: "fuchsia", cards: 1 },
  { color: "green", cards: 2 },
];

/** A map without stages: the faint shape of one, and ways to get there. */
export default function EmptyMap() {
  const editor = useEditor();
  const { slug } = useWorkspace();
  return (
    <EmptyState
      art={<Ghost />}
      title={m.map_empty_title()}
      description={editor.canEdit ? m.map_empty_is() : m.map_empty_viewer()}
      actions={
        editor.canEdit && (
          <>
            <Button look="primary" onClick={() => sketchMap(editor)}>
              {m.map_empty_sketch()}
            </Button>
            <LinkButton to="/w/$slug/new" params={{ slug }}>
              {m.map_empty_template()}
            </LinkButton>
          </>
        )
      }
    />
  );
}

function Ghost() {
  return (
    <div className={styles.ghost}>
      {GHOST.map(({ color, cards }) => (
        <div key={color} data-stage={color}>
          <i />
          {Array.from({ length: cards }, (_, index) => (
            <b key={index} />
          ))}
        </div>
      ))}
    </div>
  );
}
