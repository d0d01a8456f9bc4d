import { useDeferredValue, useMemo, useRef, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { SearchInput } from "@/ui/SearchInput";
import { act } from "../../commands/acts";
import { useEditor, useSnapshot, useUi } from "../../context";
import { findRows, isAt, rowsOf, standsFor } from "../../model/table";
import { TableRow } from "./TableRow";
import { useRowFollowing } from "./useRowFollowing";
import styles from "./table.module.css";

/** As many as fit into a window; thousands more follow when these are on the screen. */
const AT_FIRST = 60;

/** All cards of the map as a list: to read on a phone, to search, to find with the browser. */
export default function TableView() {
  const editor = useEditor();
  const structure = useSnapshot((state) => state.structure);
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search);
  const rows = useMemo(() => rowsOf(structure), [structure]);
  const found = useMemo(() => findRows(rows, wanted), [rows, wanted]);
  const shown = useDeferredValue(found, found.slice(0, AT_FIRST));
  const cards = found.filter(({ card }) => card !== null).length;
  const view = useRef<HTMLDivElement>(null);
  useRowFollowing(view, shown);

  // Whoever goes to something that is filtered out wants to see it.
  const tick = useUi((state) => state.focusTick);
  const [sought, setSought] = useState(tick);
  if (tick !== sought) {
    setSought(tick);
    const { active, item } = editor.ui.getState();
    const id = standsFor(structure, active, item);
    if (id !== null && !found.some((row) => isAt(row, id))) setSearch("");
  }

  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <SearchInput
          label={m.map_table_search()}
          placeholder={m.map_table_search()}
          value={search}
          onChange={setSearch}
        />
        <span role="status">{m.map_table_count({ count: cards })}</span>
      </div>
      <div
        ref={view}
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label={m.map_table_label()}
        onClick={({ target }) => {
          const button = (target as Element).closest<HTMLElement>("[data-act]");
          if (button !== null) act(editor, button, null, null);
        }}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{m.map_table_stage()}</th>
              <th scope="col">{m.map_table_step()}</th>
              <th scope="col">{m.map_table_lane()}</th>
              <th scope="col">{m.map_table_text()}</th>
              <th scope="col">{m.map_table_evidence()}</th>
              <th scope="col">{m.map_table_rating()}</th>
              <th scope="col">{m.map_field_owner()}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ stage, step, lane, card }) => (
              <TableRow key={(card ?? step ?? stage).id} stage={stage} step={step} lane={lane} card={card} />
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className={styles.none}>{m.map_table_none()}</p>}
      </div>
    </div>
  );
}
