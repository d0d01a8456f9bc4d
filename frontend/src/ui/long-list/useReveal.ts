import { useEffect } from "react";

export const rowId = (id: string) => `row-${id}`;

/** Brings the row of what has just been made into view, and the focus to it. The row has its `rowId`. */
export function useReveal(made: string | undefined): void {
  useEffect(() => {
    const row = made === undefined ? null : document.getElementById(rowId(made));
    if (!row) return;
    row.scrollIntoView({ block: "center" });
    const controls = [...row.querySelectorAll<HTMLElement>("a[href], button")];
    controls.find((control) => control.checkVisibility())?.focus({ preventScroll: true });
    row.animate({ backgroundColor: [getComputedStyle(row).getPropertyValue("--accent-soft"), "transparent"] }, { duration: 2000, easing: "ease-in" });
  }, [made]);
}
