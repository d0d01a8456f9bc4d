import type { Place } from "../../../model/navigation";
import type { ItemTarget } from "../../../store";

/** Something of the map that can be taken hold of. */
export interface Hit {
  readonly element: HTMLElement;
  readonly kind: ItemTarget | "emotion";
  readonly id: string;
}

export function hitOf(target: Element): Hit | null {
  const element = target.closest<HTMLElement>("[data-drag]");
  if (element === null) return null;
  return { element, kind: element.dataset.drag as Hit["kind"], id: element.dataset.item ?? "" };
}

export function cellOf(target: Element): Place | null {
  const [row, column] = target.closest<HTMLElement>("[data-cell]")?.dataset.cell?.split("|") ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}
