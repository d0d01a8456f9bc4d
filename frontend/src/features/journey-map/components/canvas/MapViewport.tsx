import { m } from "@/i18n/generated/messages";
import { useEditor, useSnapshot, useUi } from "../../context";
import { AddHere, CardToolbar } from "../late-parts";
import { AddLaneRow } from "./AddLaneRow";
import { FlowRow } from "./FlowRow";
import { LaneRow } from "./LaneRow";
import { StagesRow } from "./StagesRow";
import { StepsRow } from "./StepsRow";
import { usePrinting } from "./usePrinting";
import { useWindow } from "./useWindow";
import styles from "./canvas.module.css";

type Props = { ref: (element: HTMLDivElement | null) => void; element: HTMLElement | null };

/** Pixels that fit across a landscape page of A4 or Letter, whichever is narrower, within its margins. */
const PRINTED_WIDTH = 975;

/** The map itself: a grid of which only what is near the window is in the page. */
export function MapViewport({ ref, element }: Props) {
  const editor = useEditor();
  const layout = useSnapshot((state) => state.layout);
  const title = useSnapshot((state) => state.structure.doc.map.title);
  const zoom = useUi((state) => state.zoom);
  const tool = useUi((state) => state.tool);
  const printing = useUi((state) => state.printing);
  const ready = useUi((state) => state.ready);
  const { rows, columns } = useWindow(element);
  usePrinting();
  const width = layout.headerWidth + layout.width;

  return (
    <div ref={ref} className={styles.viewport} data-tool={tool} data-map-viewport="">
      <div
        role="grid"
        aria-label={m.map_grid_label({ title })}
        aria-rowcount={layout.rows.length}
        aria-colcount={layout.columns.length + 1}
        aria-multiselectable="true"
        aria-readonly={!(ready && editor.canEdit)}
        className={styles.canvas}
        style={{
          width,
          height: layout.height,
          zoom: printing ? Math.min(1, PRINTED_WIDTH / width) : zoom,
          ["--header-width" as string]: `${layout.headerWidth}px`,
        }}
      >
        <StagesRow columns={columns} />
        <StepsRow columns={columns} />
        {rows.map(({ index, columns: own }) => {
          const row = layout.rows[index];
          if (row === undefined) return null;
          if (row.kind === "flow") return <FlowRow key={row.key} columns={own} />;
          return row.lane && <LaneRow key={row.key} laneId={row.lane.id} columns={own} />;
        })}
      </div>
      <div className={styles.below}>{editor.canEdit && <AddLaneRow />}</div>
      <div className={styles.overlay} style={{ zoom }} data-map-overlay="" data-print="hide">
        {element !== null && <AddHere viewport={element} />}
        <CardToolbar />
      </div>
    </div>
  );
}
