import { Maximize2 } from "lucide-react";
import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { useEditor, useSnapshot, useUi } from "../../context";
import { FindingBadge } from "../findings/late";
import { HeaderMenu, InlineText, InsertHandle } from "../late-parts";
import { useCellProps } from "./cell";
import { useHeaderProps } from "./header";
import { StageCount } from "./StageCount";
import cellStyles from "./cells.module.css";
import headerStyles from "./header.module.css";
import titleStyles from "./titles.module.css";
import type { Id } from "../../model/document";
import type { Column } from "../../model/boxes";

/** The stages above the columns; always in sight. */
export const StagesRow = memo(function StagesRow({ columns }: { columns: readonly number[] }) {
  const all = useSnapshot((state) => state.layout.columns);
  const stages = useSnapshot((state) => state.structure.stages.length);
  const steps = useSnapshot((state) => state.structure.steps.length);
  const header = useHeaderProps("stages");
  const ids = [...new Set(columns.map((index) => all[index]?.stageId))];
  return (
    <div role="row" aria-rowindex={1} className={headerStyles.stages}>
      <div {...header} role="columnheader" className={headerStyles.corner}>
        {m.map_counts({ stages: m.common_stages({ count: stages }), steps: m.common_steps({ count: steps }) })}
      </div>
      <div className={cellStyles.cells} role="presentation">
        {ids.map((id) => {
          const own = all.filter((column) => column.stageId === id);
          return id === undefined ? null : <StageCell key={id} stageId={id} columns={own} />;
        })}
      </div>
    </div>
  );
});

function StageCell({ stageId, columns }: { stageId: Id; columns: readonly Column[] }) {
  const [first] = columns;
  return first === undefined ? null : <StageHeader stageId={stageId} first={first} columns={columns} />;
}

function StageHeader({ stageId, first, columns }: { stageId: Id; first: Column; columns: readonly Column[] }) {
  const editor = useEditor();
  const stage = useSnapshot((state) => state.structure.doc.items.stage.get(stageId));
  const editing = useUi((state) =>
    state.editing?.target === "stage" && state.editing.id === stageId ? state.editing : null,
  );
  const carried = useUi((state) => state.carried?.id === stageId);
  const props = useCellProps("stages", first, "columnheader");
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const collapsed = first.kind === "collapsed";
  if (stage === undefined) return null;
  return (
    <div
      {...props}
      aria-colspan={columns.length}
      className={headerStyles.stageCell}
      style={{ left: first.x, width }}
      data-stage={stage.color}
      data-drag="stage"
      data-item={stage.id}
      data-carried={carried || undefined}
    >
      {collapsed ? (
        <button
          type="button"
          tabIndex={-1}
          className={headerStyles.stageFolded}
          aria-label={m.map_expand({ name: stage.title })}
          title={stage.title}
          data-act="fold"
        >
          <Maximize2 size={13} aria-hidden />
        </button>
      ) : (
        <div className={headerStyles.stage}>
          {editing !== null ? (
            <InlineText editing={editing} value={stage.title} className={titleStyles.titleInput} />
          ) : (
            <b data-rename="stage" className={titleStyles.titleText} dir="auto">
              {stage.title}
            </b>
          )}
          <StageCount stageId={stageId} wide={columns.length > 1} />
          {editor.canEdit && <HeaderMenu name={stage.title} />}
          <FindingBadge of={stage.id} spot="corner" />
        </div>
      )}
      {editor.canEdit && <InsertHandle kind="stage" />}
    </div>
  );
}
