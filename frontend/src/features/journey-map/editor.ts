import { Layouter } from "./model/layout";
import { hasMeasures } from "./model/measures";
import { METRICS } from "./model/metrics";
import { structureOf } from "./model/structure";
import { recallUnmeasured, recallView, rememberUnmeasured } from "./remembered-view";
import { createUiStore, NO_IDS } from "./store";
import { clearMeasured, measureText } from "./text-width";
import type { Catalogue } from "./catalogue";
import type { Doc, Id, Placement } from "./model/document";
import type { Change } from "./model/exchange";
import type { Findings } from "./model/findings/findings";
import type { Layout } from "./model/layout";
import type { Measures } from "./model/measures";
import type { Operation } from "./model/operations";
import type { Structure } from "./model/structure";
import type { SyncState } from "./model/sync";
import type { UiState } from "./store";
import type { Writer } from "./writer";

/** Everything the screen draws from, in one consistent piece. */
export interface Snapshot {
  readonly sync: SyncState;
  readonly structure: Structure;
  readonly layout: Layout;
  readonly measures: Measures | null;
  /** What the rules say of the map; null until it was asked for. */
  readonly findings: Findings | null;
  /** Why not all findings could be read, and the way to try again. */
  readonly findingsProblem: { readonly error: unknown; readonly retry: () => void } | null;
  readonly catalogue: Catalogue;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Where the grid turns to small lane headers: phones. */
const NARROW = 640;

/**
 * One open map: edits and undo, what to draw, and where the person is. Commands, keys and pointers all work on it;
 * React only draws it.
 */
export class Editor {
  readonly ui = createUiStore();
  private readonly layouter = new Layouter();
  private writer: Writer | null = null;
  private readonly listeners = new Set<() => void>();
  private chipLabel: (placement: Placement) => string;
  /** The flow keeps its place while figures are on their way, so that nothing jumps when they come. */
  private awaitsMeasures: boolean;
  private current: Snapshot;

  constructor(doc: Doc, catalogue: Catalogue) {
    const structure = structureOf(doc);
    this.ui.setState(recallView(doc) ?? {});
    this.chipLabel = labeller(catalogue);
    this.awaitsMeasures = doc.items.placement.size > 0 && !recallUnmeasured(doc.id);
    this.current = {
      sync: { doc, status: "saved", conflict: null, unsent: 0, rejected: null },
      structure,
      layout: this.layOut(structure, null),
      measures: null,
      findings: null,
      findingsProblem: null,
      catalogue,
      canUndo: false,
      canRedo: false,
    };
    this.ui.setState({ personaId: structure.doc.map.persona_ids[0] ?? null });
  }

  /** Starts to follow the screen; returns how to stop. */
  start(): () => void {
    const stop = this.ui.subscribe((now, before) => this.followUi(now, before));
    void document.fonts.ready.then(() => {
      clearMeasured();
      this.layouter.forget();
      this.relayout();
    });
    return stop;
  }

  /** From now on the map can be changed; returns how to stop. */
  connect(writer: Writer): () => void {
    const stop = writer.sync.subscribe(() => this.follow(writer.sync.state));
    this.writer = writer;
    this.follow(writer.sync.state);
    this.ui.setState({ ready: true });
    return () => {
      stop();
      this.writer = null;
    };
  }

  get snapshot(): Snapshot {
    return this.current;
  }

  get structure(): Structure {
    return this.current.structure;
  }

  get layout(): Layout {
    return this.current.layout;
  }

  get canEdit(): boolean {
    return this.structure.doc.abilities.edit;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Applies an edit of the person at once. Edits of one gesture are one step of undo. */
  edit(operations: readonly Operation[], gesture: string | null = null): void {
    if (operations.length > 0 && this.canEdit) this.writer?.edit(operations, gesture);
  }

  /** Takes in what somebody else has done. */
  hear(change: Change): void {
    this.writer?.sync.hear(change);
  }

  /** Asks for whatever others have done. */
  catchUp(): void {
    void this.writer?.sync.poll();
  }

  undo(): void {
    this.writer?.undo();
  }

  redo(): void {
    this.writer?.redo();
  }

  /** The gesture is over: the next edit is a step of its own, and what waits is sent. */
  endGesture(): void {
    this.writer?.endGesture();
  }

  /** Takes a running gesture back as if it had not happened. */
  cancelGesture(gesture: string): void {
    this.writer?.cancelGesture(gesture);
  }

  /** `settled`: there will be no others for now. */
  setMeasures(measures: Measures | null, settled: boolean): void {
    if (settled) this.awaitsMeasures = false;
    if (measures !== null) rememberUnmeasured(this.structure.doc.id, !hasMeasures(measures));
    this.publish({ measures, layout: this.layOut(this.structure, measures) });
  }

  setCatalogue(catalogue: Catalogue): void {
    this.chipLabel = labeller(catalogue);
    this.publish({ catalogue, layout: this.layOut(this.structure, this.current.measures) });
  }

  /** Says something to people who listen to the screen. */
  announce(announcement: string): void {
    // The same words twice must be read twice.
    const again = this.ui.getState().announcement === announcement ? `${announcement}\u00a0` : announcement;
    this.ui.setState({ announcement: again });
  }

  select(ids: Iterable<Id>): void {
    const selection = new Set(ids);
    this.ui.setState({ selection: selection.size === 0 ? NO_IDS : selection });
  }

  /** Moves the keyboard focus to a cell, or to something inside it. */
  focus(row: string, column: string, item: Id | null = null): void {
    const active = { row, column };
    this.ui.setState(({ focusTick }) => ({ active, item, anchor: null, focusTick: focusTick + 1, onlyShown: false }));
  }

  focusCard(id: Id): void {
    const card = this.structure.doc.items.card.get(id);
    if (card === undefined) return;
    const column = this.layout.columnOfStep.get(card.step_id);
    this.focus(card.lane_id, column?.key ?? "", id);
    this.select([id]);
  }

  private follow(sync: SyncState): void {
    if (sync === this.current.sync) return;
    if (sync.doc === this.structure.doc) {
      this.publish({ sync });
      return;
    }
    const structure = structureOf(sync.doc, this.structure);
    this.publish({ sync, structure, layout: this.layOut(structure, this.current.measures) });
    this.forgetGone(structure);
  }

  /** What has disappeared can be neither selected nor edited any more. */
  private forgetGone({ doc: { items } }: Structure): void {
    const { selection, editing, panel } = this.ui.getState();
    const kept = [...selection].filter((id) => items.card.has(id));
    if (kept.length < selection.size) this.select(kept);
    const gone = (target: string, id: Id) => target in items && !items[target as "card"].has(id);
    if (editing !== null && gone(editing.target, editing.id)) this.ui.setState({ editing: null });
    if (panel !== null && "id" in panel && gone(panel.kind, panel.id)) this.ui.setState({ panel: null });
  }

  private followUi(now: UiState, before: UiState): void {
    const moved =
      now.collapsed !== before.collapsed ||
      now.layers !== before.layers ||
      now.zoom !== before.zoom ||
      now.viewport !== before.viewport;
    if (moved) this.relayout();
  }

  private relayout(): void {
    this.publish({ layout: this.layOut(this.structure, this.current.measures) });
  }

  private layOut(structure: Structure, measures: Measures | null): Layout {
    const { collapsed, layers, viewport, zoom } = this.ui.getState();
    const headerWidth = viewport.width > 0 && viewport.width < NARROW ? METRICS.headerWidthNarrow : METRICS.headerWidth;
    return this.layouter.layout({
      structure,
      headerWidth,
      columnWidth: columnWidth(structure, collapsed, viewport.width / Math.min(1, zoom) - headerWidth),
      collapsed,
      hiddenKinds: layers.hiddenKinds,
      showFlow: layers.flow && (this.awaitsMeasures || hasMeasures(measures)),
      chipLabel: this.chipLabel,
      measure: measureText,
    });
  }

  /** Puts something new on the screen. */
  publish(patch: Partial<Snapshot>): void {
    const keys = Object.keys(patch) as (keyof Snapshot)[];
    if (keys.every((key) => this.current[key] === patch[key])) return;
    this.current = { ...this.current, ...patch };
    for (const listener of this.listeners) listener();
  }
}

/** Columns share the width of the screen while there are few of them. */
function columnWidth(structure: Structure, collapsed: ReadonlySet<Id>, available: number): number {
  const folded = structure.stages.filter((stage) => collapsed.has(stage.id)).length;
  const open = structure.steps.filter((step) => !collapsed.has(step.stage_id)).length;
  const share = Math.floor((available - folded * METRICS.collapsedColumn) / Math.max(1, open));
  return Math.min(METRICS.columnWidthMax, Math.max(METRICS.columnWidth, share));
}

function labeller(catalogue: Catalogue): (placement: Placement) => string {
  return (placement) => catalogue.touchpoints.get(placement.touchpoint_id)?.name ?? "";
}
