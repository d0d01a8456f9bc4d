import { approach, coversAll, indicesOf, reached, reveal, visibleRange } from "../../model/windowing";
import type { Editor } from "../../editor";
import type { Drawn, Range, Windows } from "../../model/windowing";

interface Scrolled {
  readonly left: number;
  readonly top: number;
}

type Listener = (now: InPage) => void;

/** What of the map is in the page: columns of the header, and of each lane. */
export interface InPage {
  readonly columns: Range;
  readonly cells: Drawn;
}

/** How far outside of the window rows and columns are kept ready, in px at 100 %. */
const OVERSCAN = { rows: 140, columns: 220 };
const EXACT = { rows: 0, columns: 0 };
/** Stages and steps are always in sight. */
export const HEADER_ROWS = 2;
/** Cells drawn ahead in one frame: enough to keep up with a fast wheel, few enough to stay within the frame. */
const PER_FRAME = 6;
/** What is drawn before the size of the window is known. */
const FIRST = 14;

function everything({ layout }: Editor, most = Infinity): Windows {
  return {
    rows: { start: HEADER_ROWS, end: Math.min(layout.rows.length, most) },
    columns: { start: 0, end: Math.min(layout.columns.length, most) },
  };
}

function windowsOf(editor: Editor, scrolled: Scrolled, overscan: typeof OVERSCAN): Windows {
  const { layout } = editor;
  const { printing, zoom, viewport } = editor.ui.getState();
  if (printing) return everything(editor);
  const row = (index: number) => layout.rows[index + HEADER_ROWS] ?? { y: 0, height: 0 };
  const column = (index: number) => layout.columns[index] ?? { x: 0, width: 0 };
  const top = scrolled.top / zoom;
  const left = scrolled.left / zoom;
  const rows = visibleRange(
    layout.rows.length - HEADER_ROWS,
    (index) => row(index).y,
    (index) => row(index).y + row(index).height,
    top,
    top + viewport.height / zoom,
    overscan.rows,
  );
  return {
    rows: { start: rows.start + HEADER_ROWS, end: rows.end + HEADER_ROWS },
    columns: visibleRange(
      layout.columns.length,
      (index) => column(index).x,
      (index) => column(index).x + column(index).width,
      left,
      left + viewport.width / zoom - layout.headerWidth,
      overscan.columns,
    ),
  };
}

function everyCell({ rows, columns }: Windows): Drawn {
  return new Map(indicesOf(rows).map((row) => [row, columns]));
}

/**
 * Follows what of the map is in the window; tells only when something comes or goes. What is seen is drawn at once;
 * what is about to be seen comes a few cells per frame, so that no frame has to draw a whole column or row.
 */
export class Windower {
  current: InPage;
  private wanted: Windows;
  private element: HTMLElement | null = null;
  private frame = 0;
  /** Read when the element scrolls only: asking after every edit would lay the page out at once. */
  private scrolled: Scrolled = { left: 0, top: 0 };
  private readonly listeners = new Set<Listener>();

  constructor(private readonly editor: Editor) {
    this.wanted = everything(editor, FIRST);
    this.current = { columns: this.wanted.columns, cells: everyCell(this.wanted) };
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Starts to follow the scrolling element; returns how to stop. */
  attach(element: HTMLElement): () => void {
    this.element = element;
    const observer = new ResizeObserver(() => this.measure());
    observer.observe(element);
    element.addEventListener("scroll", this.onScroll, { passive: true });
    const stops = [this.editor.subscribe(this.refresh), this.editor.ui.subscribe(this.refresh)];
    this.measure();
    return () => {
      cancelAnimationFrame(this.frame);
      this.frame = 0;
      observer.disconnect();
      element.removeEventListener("scroll", this.onScroll);
      stops.forEach((stop) => stop());
    };
  }

  private measure(): void {
    if (this.element === null) return;
    const { clientWidth: width, clientHeight: height } = this.element;
    const { viewport } = this.editor.ui.getState();
    if (viewport.width !== width || viewport.height !== height)
      this.editor.ui.setState({ viewport: { width, height } });
    this.onScroll();
  }

  private readonly onScroll = (): void => {
    if (this.element === null) return;
    this.scrolled = { left: this.element.scrollLeft, top: this.element.scrollTop };
    this.refresh();
  };

  private readonly refresh = (): void => {
    if (this.element === null) return;
    this.wanted = windowsOf(this.editor, this.scrolled, OVERSCAN);
    if (reached(this.current.cells, this.wanted)) return;
    const seen = windowsOf(this.editor, this.scrolled, EXACT);
    if (!coversAll(this.current.cells, seen)) this.show(reveal(this.current.cells, seen));
    this.schedule();
  };

  private schedule(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.step);
  }

  private readonly step = (): void => {
    this.frame = 0;
    this.show(approach(this.current.cells, this.wanted, PER_FRAME));
    if (!reached(this.current.cells, this.wanted)) this.schedule();
  };

  private show(cells: Drawn): void {
    this.current = { columns: this.wanted.columns, cells };
    for (const listener of this.listeners) listener(this.current);
  }
}
