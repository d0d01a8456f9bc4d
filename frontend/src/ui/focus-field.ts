/**
 * Brings the field that carries `data-field` with this name into sight and puts the cursor into it; whoever has
 * nothing to write in yet is opened by its button.
 */
export function focusField(name: string): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  const target = field?.querySelector<HTMLElement>("textarea, input") ?? field?.querySelector<HTMLElement>("button");
  if (!field || !target) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  field.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  target.focus({ preventScroll: true });
  if (target instanceof HTMLButtonElement && target.dataset.opens === "") target.click();
}
