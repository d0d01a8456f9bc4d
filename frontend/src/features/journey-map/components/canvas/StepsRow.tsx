import { Flag } from "lucide-react";
import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { useEditor, useSnapshot, useUi } from "../../context";
import { FindingBadge } from "../findings/late";
import { HeaderMenu, InlineText, InsertHandle } from "../late-parts";
import { useCellProps } from "./cell";
import { useHeaderProps } from "./header";
import cellStyles from "./cells.module.css";
import headerStyles from "./header.module.css";
import titleStyles from "./titles.module.css";
import type { Column } from "../../model/boxes";

/** The steps, numbered from left to right; always in sight. */
export const StepsRow = memo(function StepsRow({ columns }: { columns: readonly number[] }) {
  const all = useSnapshot((state) => state.layout.columns);
  const header = useHeaderProps("steps");
  return (
    <div role="row" aria-rowindex={2} className={headerStyles.steps}>
      <div {...header} role="columnheader" className={headerStyles.corner}>
        <span className="visually-hidden">{m.map_steps()}</span>
      </div>
      <div className={cellStyles.cells} role="presentation">
        {columns.map((index) => {
          const column = all[index];
          if (column === undefined) return null;
          return column.kind === "step" ? (
            <StepCell key={column.key} column={column} />
          ) : (
            <FoldedSteps key={column.key} column={column} />
          );
        })}
      </div>
    </div>
  );
});

function FoldedSteps({ column }: { column: Column }) {
  const props = useCellProps("steps", column, "columnheader");
  return (
    <div {...props} className={headerStyles.step}>
      <span className={cellStyles.count}>
        {column.stepIds.length}
        <span className="visually-hidden"> {m.map_steps()}</span>
      </span>
    </div>
  );
}

const StepCell = memo(function StepCell({ column }: { column: Column }) {
  const editor = useEditor();
  const step = useSnapshot((state) => state.structure.doc.items.step.get(column.key));
  const number = useSnapshot((state) => state.structure.steps.findIndex((one) => one.id === column.key) + 1);
  const color = useSnapshot((state) => state.structure.doc.items.stage.get(column.stageId)?.color);
  const decisive = useSnapshot(
    (state) => state.structure.placements.get(column.key)?.some((one) => one.moment_of_truth) ?? false,
  );
  const editing = useUi((state) =>
    state.editing?.target === "step" && state.editing.id === column.key ? state.editing : null,
  );
  const carried = useUi((state) => state.carried?.id === column.key);
  const props = useCellProps("steps", column, "columnheader");
  if (step === undefined) return null;
  return (
    <div
      {...props}
      className={headerStyles.step}
      data-stage={color}
      data-drag="step"
      data-item={step.id}
      data-carried={carried || undefined}
    >
      <span className={headerStyles.number}>{number}</span>
      {editing !== null ? (
        <InlineText editing={editing} value={step.title} className={titleStyles.titleInput} />
      ) : (
        <span data-rename="step" className={titleStyles.titleText} title={step.title} dir="auto">
          {step.title || <i className={headerStyles.untitled}>{m.map_step_untitled()}</i>}
        </span>
      )}
      {decisive && (
        <span className={headerStyles.truth} role="img" aria-label={m.map_moment_of_truth()} title={m.map_moment_of_truth()}>
          <Flag size={13} aria-hidden />
        </span>
      )}
      <FindingBadge of={step.id} spot="edge" />
      {editor.canEdit && <HeaderMenu name={step.title} />}
      {editor.canEdit && <InsertHandle kind="step" />}
    </div>
  );
});
