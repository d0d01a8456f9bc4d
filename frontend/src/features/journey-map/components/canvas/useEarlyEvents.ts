import { useEffect } from "react";
import { useUi } from "../../context";

/** Clicks and keys on the map that come while what acts on it is on its way are done as soon as that is there. */
export function useEarlyEvents(viewport: HTMLElement | null): void {
  const ready = useUi((state) => state.ready);
  useEffect(() => {
    if (viewport === null || ready) return;
    const early: Event[] = [];
    const controller = new AbortController();
    for (const type of ["click", "dblclick", "contextmenu", "keydown"]) {
      viewport.addEventListener(type, (event) => early.push(event), { signal: controller.signal });
    }
    return () => {
      controller.abort();
      for (const event of early) repeat(event);
    };
  }, [viewport, ready]);
}

function repeat(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || !target.isConnected) return;
  // An event can be given once only; its fields are those of its likeness.
  const Kind = event.constructor as new (type: string, fields: Event) => Event;
  target.dispatchEvent(new Kind(event.type, event));
}
