import { useLayoutEffect } from "react";
import type { RefObject } from "react";

const FINDING = "[data-finding]";
const TITLE = "[data-finding-title]";
const PRESSABLE = "a[href], button";
const ACTION = "[data-finding-actions] :is(a[href], button)";

/**
 * What has the focus hands it on when it goes: without this somebody who works through a list by keyboard stands at the
 * top of the page after each finding. `heirs` looks round while what goes is still there, and what it answers is asked
 * when that has gone: the first that takes the focus has it.
 */
function useHandOver(going: RefObject<HTMLElement | null>, heirs: (going: HTMLElement) => () => Heirs): void {
  useLayoutEffect(() => {
    const element = going.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const candidates = heirs(element);
      queueMicrotask(() => {
        candidates().some((heir) => {
          heir?.focus();
          return heir != null && document.activeElement === heir;
        });
      });
    };
  }, [going, heirs]);
}

type Heirs = readonly (HTMLElement | null | undefined)[];

/** A finding that is mended or put away: the next one of its list, the one before, any other, the panel or page. */
export const useNextFinding = (item: RefObject<HTMLElement | null>): void => useHandOver(item, neighboursOf);

/** What was opened inside a finding and is closed: whatever can be done about the finding then. */
export const useBackToFinding = (opened: RefObject<HTMLElement | null>): void => useHandOver(opened, actionsOf);

function neighboursOf(item: HTMLElement): () => Heirs {
  const all = [...document.querySelectorAll<HTMLElement>(FINDING)];
  const at = all.indexOf(item);
  const nearest = [...all.slice(at + 1), ...all.slice(0, at).reverse()];
  const own = nearest.filter((one) => one.parentElement === item.parentElement);
  const others = nearest.filter((one) => one.parentElement !== item.parentElement);
  const places = [...own, ...others].map(
    (one) => one.querySelector<HTMLElement>(TITLE) ?? one.querySelector<HTMLElement>(PRESSABLE),
  );
  return () => [...places, item.closest<HTMLElement>("aside, main")];
}

function actionsOf(opened: HTMLElement): () => Heirs {
  const item = opened.closest(FINDING);
  return () => [item?.querySelector<HTMLElement>(ACTION), item?.querySelector<HTMLElement>(TITLE)];
}
