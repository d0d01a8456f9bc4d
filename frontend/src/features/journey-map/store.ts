import { createStore } from "zustand/vanilla";
import type { Id, LaneKind } from "./model/document";
import type { Place } from "./model/navigation";

export type EditTarget = "title" | "stage" | "step" | "lane" | "card" | "emotion";

/** A text that is being edited in place. */
export interface Editing {
  readonly target: EditTarget;
  readonly id: Id;
  /** Typed over the cell: replaces the text; null edits the text as it is. */
  readonly typed: string | null;
  readonly gesture: string;
}

export type ItemTarget = "card" | "stage" | "step" | "lane" | "placement";

/** Something picked up with Space; arrows move it, Space drops it, Esc puts it back. */
export interface Carried {
  readonly target: ItemTarget;
  readonly id: Id;
  readonly gesture: string;
}

/** How a panel was opened: from where there is a way back, and at which of its fields. */
interface Opened {
  readonly from?: "findings";
  readonly field?: string;
}

export type Panel =
  | ({ readonly kind: "map" } & Opened)
  /** Quiet: the focus stays where it is. */
  | { readonly kind: "findings"; readonly quiet?: true }
  | ({ readonly kind: "card" | "stage" | "step" | "placement"; readonly id: Id } & Opened);

export type MapDialog =
  | { readonly kind: "move"; readonly cardIds: ReadonlySet<Id> }
  | { readonly kind: "paste"; readonly table: readonly (readonly string[])[]; readonly at: Place }
  | { readonly kind: "touchpoint"; readonly stepId: Id; readonly typed: string }
  | { readonly kind: "lane"; readonly index: number };

export interface Layers {
  readonly flow: boolean;
  /** Measured satisfaction beside the drawn curve. */
  readonly measured: boolean;
  readonly hiddenKinds: ReadonlySet<LaneKind>;
  /** Another map whose emotion curve is drawn beside this one's. */
  readonly compared: Id | null;
}

export interface OpenMenu {
  readonly target: ItemTarget | "emotion" | "cell";
  readonly id: Id;
  readonly anchor: Element;
}

/** What the person is doing on the map. Nothing here comes from the server or goes there. */
export interface UiState {
  readonly active: Place;
  /** The card, chip or face inside the active cell that has the focus. */
  readonly item: Id | null;
  /** Counts up when the focus must move to `active` / `item`. */
  readonly focusTick: number;
  /** They only have to be seen: the focus is needed elsewhere. */
  readonly onlyShown: boolean;
  readonly anchor: Place | null;
  readonly selection: ReadonlySet<Id>;
  readonly editing: Editing | null;
  readonly carried: Carried | null;
  readonly dragging: boolean;
  readonly tool: "select" | "pan";
  readonly zoom: number;
  readonly collapsed: ReadonlySet<Id>;
  readonly layers: Layers;
  readonly personaId: Id | null;
  readonly panel: Panel | null;
  /** The finding that was chosen last, and the one that the pointer is on; by their keys. */
  readonly finding: string | null;
  readonly pointedFinding: string | null;
  /** The finding whose fix is shown. */
  readonly mending: string | null;
  readonly dialog: MapDialog | null;
  readonly menu: OpenMenu | null;
  readonly announcement: string;
  readonly printing: boolean;
  /** The person is looking at the two sides of a conflict. */
  readonly deciding: boolean;
  /** What the person does reaches the map. */
  readonly ready: boolean;
  /** What others do is told as they do it. */
  readonly live: boolean;
  /** Inner size of the scrolling area in px; 0 until measured. */
  readonly viewport: { readonly width: number; readonly height: number };
}

export type UiStore = ReturnType<typeof createUiStore>;

export const NO_IDS: ReadonlySet<Id> = new Set();

export function createUiStore() {
  return createStore<UiState>(() => ({
    active: { row: "stages", column: "" },
    item: null,
    focusTick: 0,
    onlyShown: false,
    anchor: null,
    selection: NO_IDS,
    editing: null,
    carried: null,
    dragging: false,
    tool: "select",
    zoom: 1,
    collapsed: NO_IDS,
    layers: { flow: true, measured: true, hiddenKinds: new Set(), compared: null },
    personaId: null,
    panel: null,
    finding: null,
    pointedFinding: null,
    mending: null,
    dialog: null,
    menu: null,
    announcement: "",
    printing: false,
    deciding: false,
    ready: false,
    live: false,
    viewport: { width: 0, height: 0 },
  }));
}
