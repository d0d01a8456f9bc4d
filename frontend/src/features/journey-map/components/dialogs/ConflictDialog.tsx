import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { useEditor, useSnapshot } from "../../context";
import { conflictText, conflictTitle } from "../conflict-text";
import styles from "./dialog.module.css";
import type { Choice, Conflict } from "../../model/conflicts";
import type { Sync } from "../../model/sync";

/** Both values of everything two people have changed; nothing is lost before somebody chooses. */
export default function ConflictDialog({ sync }: { sync: Sync }) {
  const editor = useEditor();
  const open = useSnapshot((state) => state.sync.conflict);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  if (open === null) return null;
  const { conflicts } = open;
  const close = () => editor.ui.setState({ deciding: false });
  const decide = () => {
    sync.resolve(conflicts.map((_, index) => choices[index] ?? "yours"));
    close();
  };
  const choose = (index: number, choice: Choice) =>
    setChoices(conflicts.map((_, at) => (at === index ? choice : (choices[at] ?? "yours"))));
  return (
    <Dialog
      open
      onClose={close}
      title={m.map_conflict_title()}
      description={m.map_conflict_is()}
      width={640}
      footer={
        <>
          <Button onClick={close}>{m.common_later()}</Button>
          <Button look="primary" onClick={decide}>
            {m.map_conflict_decide()}
          </Button>
        </>
      }
    >
      <ul className={styles.conflicts}>
        {conflicts.map((conflict, index) => (
          <li key={index}>
            <Sides
              conflict={conflict}
              chosen={choices[index] ?? "yours"}
              name={`conflict-${index}`}
              onChoose={(choice) => choose(index, choice)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type SidesProps = { conflict: Conflict; chosen: Choice; name: string; onChoose: (choice: Choice) => void };

function Sides({ conflict, chosen, name, onChoose }: SidesProps) {
  const editor = useEditor();
  const sides: { choice: Choice; title: string; value: string }[] = [
    { choice: "yours", title: m.map_conflict_yours(), value: conflictText(conflict, "yours") },
    {
      choice: "theirs",
      title: m.map_conflict_theirs({ name: conflict.their_actor_name ?? m.map_conflict_somebody() }),
      value: conflictText(conflict, "theirs"),
    },
  ];
  return (
    <fieldset className={styles.sides}>
      <legend>{conflictTitle(editor, conflict)}</legend>
      {sides.map(({ choice, title, value }) => (
        <label key={choice} data-chosen={chosen === choice || undefined}>
          <input type="radio" name={name} checked={chosen === choice} onChange={() => onChoose(choice)} />
          <b>{title}</b>
          <span>{value}</span>
        </label>
      ))}
    </fieldset>
  );
}
