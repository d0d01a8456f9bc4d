/**
 * Shortcuts are written "Mod+Shift+Z": Mod is ⌘ on Apple machines and Ctrl elsewhere. They are bound by the character
 * a key produces, so "?" is "?" on every keyboard layout. A sequence such as "g p" is two presses.
 */
export const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

const names: Record<string, string> = isApple
  ? { mod: "⌘", shift: "⇧", alt: "⌥", enter: "↵", escape: "esc", backspace: "⌫", pageup: "PgUp", pagedown: "PgDn", contextmenu: "☰", arrowup: "↑", arrowdown: "↓", arrowleft: "←", arrowright: "→" }
  : { mod: "Ctrl", shift: "Shift", alt: "Alt", enter: "↵", escape: "Esc", backspace: "⌫", pageup: "PgUp", pagedown: "PgDn", contextmenu: "☰", arrowup: "↑", arrowdown: "↓", arrowleft: "←", arrowright: "→" };

/** The key caps to draw for a shortcut, in order; nobody looks for a "!". */
export function keyLabels(shortcut: string): string[] {
  return shortcut
    .split(/[+ ](?=.)/)
    .flatMap((key) => (key === "!" ? ["Shift", "1"] : [key]))
    .map((key) => names[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key));
}

/** Does this key press fulfil one step of a shortcut, e.g. "Mod+K" or "?"? */
export function matches(event: KeyboardEvent, step: string): boolean {
  const parts = step.toLowerCase().split(/\+(?=.)/);
  const key = parts.at(-1) ?? "";
  const mod = isApple ? event.metaKey : event.ctrlKey;
  if (parts.includes("mod") !== mod) return false;
  if (parts.includes("alt") !== event.altKey) return false;
  // Shift is part of the character for "?" and of the shortcut for "Mod+Shift+Z".
  if (/^[a-z]$|^.{2,}$/.test(key) && parts.includes("shift") !== event.shiftKey) return false;
  return event.key.toLowerCase() === key;
}

/** Is the person writing? Then plain characters belong to the text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
}
