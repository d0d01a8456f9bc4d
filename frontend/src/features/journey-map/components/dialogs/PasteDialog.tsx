import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { pasteTable } from "../../commands/clipboard";
import { useEditor, useSnapshot } from "../../context";
import { holdsCards, planPaste } from "../../model/card-edits";
import styles from "./dialog.module.css";
import type { Place } from "../../model/navigation";

type Props = { table: readonly (readonly string[])[]; at: Place; onClose: () => void };

/** Shows where the cells of a spreadsheet will land before they do. */
export default function PasteDialog({ table, at, onClose }: Props) {
  const editor = useEditor();
  const structure = useSnapshot((state) => state.structure);
  const target = { laneId: at.row, stepId: at.column };
  const plan = planPaste(structure, table, target);
  const count = plan.cells.reduce((sum, cell) => sum + cell.texts.length, 0);
  const lanes = structure.lanes.filter((lane) => holdsCards(lane.kind));
  const firstLane = lanes.findIndex((lane) => lane.id === at.row);
  const firstStep = structure.steps.findIndex((step) => step.id === at.column);
  const width = Math.min(Math.max(...table.map((row) => row.length)), structure.steps.length - firstStep);
  const steps = structure.steps.slice(firstStep, firstStep + width);
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.map_paste_title({ count })}
      description={plan.left > 0 ? m.map_paste_left({ count: plan.left }) : undefined}
      width={880}
      footer={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button
            look="primary"
            disabled={count === 0}
            onClick={() => {
              onClose();
              pasteTable(editor, table, target);
            }}
          >
            {m.map_paste()}
          </Button>
        </>
      }
    >
      <div className={styles.preview} tabIndex={0} role="region" aria-label={m.map_paste_preview()}>
        <table>
          <thead>
            <tr>
              <td />
              {steps.map((step) => (
                <th key={step.id} scope="col">
                  {step.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.slice(0, lanes.length - firstLane).map((row, down) => (
              <tr key={lanes[firstLane + down]?.id}>
                <th scope="row">{lanes[firstLane + down]?.title}</th>
                {steps.map((step, across) => (
                  <td key={step.id}>{row[across]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
