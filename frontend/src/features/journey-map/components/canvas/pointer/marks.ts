import styles from "./marks.module.css";
import type { Place } from "./session";
import type { Mark } from "../../../model/drop";

function inOverlay({ viewport }: Place, className: string | undefined): HTMLElement {
  const element = document.createElement("div");
  element.className = className ?? "";
  element.hidden = true;
  viewport.querySelector("[data-map-overlay]")?.append(element);
  return element;
}

/** The line that shows where something would fall. Drawn outside of React: it moves with every frame. */
export class DropLine {
  private readonly element: HTMLElement;

  constructor(private readonly place: Place) {
    this.element = inOverlay(place, styles.dropLine);
  }

  show(mark: Mark | null): void {
    this.element.hidden = mark === null;
    if (mark === null) return;
    const { style } = this.element;
    style.transform = `translate(${mark.x + this.place.editor.layout.headerWidth}px, ${mark.y}px)`;
    style.width = `${mark.width}px`;
    style.height = `${mark.height}px`;
  }

  remove(): void {
    this.element.remove();
  }
}

/** The rectangle of a marquee selection. */
export class Rectangle {
  private readonly element: HTMLElement;

  constructor(private readonly place: Place) {
    this.element = inOverlay(place, styles.marquee);
  }

  show(mark: Mark): void {
    const { style } = this.element;
    this.element.hidden = false;
    style.transform = `translate(${mark.x + this.place.editor.layout.headerWidth}px, ${mark.y}px)`;
    style.width = `${mark.width}px`;
    style.height = `${mark.height}px`;
  }

  remove(): void {
    this.element.remove();
  }
}

/** A copy of what is dragged, hanging on the pointer. */
export function ghostOf({ editor }: Place, source: HTMLElement, count: number): HTMLElement {
  const box = source.getBoundingClientRect();
  const ghost = document.createElement("div");
  ghost.className = styles.ghost ?? "";
  const copy = source.cloneNode(true) as HTMLElement;
  copy.removeAttribute("tabindex");
  copy.removeAttribute("data-item");
  const { zoom } = editor.ui.getState();
  copy.style.cssText = `position:relative;left:0;top:0;zoom:${zoom};width:${box.width / zoom}px;height:${box.height / zoom}px`;
  ghost.append(copy);
  if (count > 1) {
    const badge = document.createElement("span");
    badge.className = styles.ghostCount ?? "";
    badge.textContent = String(count);
    ghost.append(badge);
  }
  ghost.setAttribute("aria-hidden", "true");
  document.body.append(ghost);
  return ghost;
}
