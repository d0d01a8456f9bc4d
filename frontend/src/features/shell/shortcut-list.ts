import type { KeyGuide } from "@/ui/commands/key-guide";
import type { Command } from "@/ui/commands/store";

export type ShortcutSection = { title: string; rows: { label: string; keys: string[] }[] };

/** What the sheet shows: guides and commands by section; two ways to do one thing are one row. */
export function shortcutSections(guides: readonly KeyGuide[], commands: readonly Command[]): ShortcutSection[] {
  const offered = commands.flatMap(({ label, section, shortcut }) => (shortcut ? [{ label, section, keys: [shortcut] }] : []));
  const sections = new Map<string, Map<string, Set<string>>>();
  for (const { label, section, keys } of [...guides, ...offered]) {
    const rows = sections.get(section) ?? new Map<string, Set<string>>();
    rows.set(label, new Set([...(rows.get(label) ?? []), ...keys]));
    sections.set(section, rows);
  }
  return [...sections].map(([title, rows]) => ({
    title,
    rows: [...rows].map(([label, keys]) => ({ label, keys: [...keys] })),
  }));
}
