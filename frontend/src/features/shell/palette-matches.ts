import { groupBy } from "@/ui/group-by";
import type { Command } from "@/ui/commands/store";

/** More of one kind nobody reads through; whoever types on gets to the rest. */
const most = 12;

export type PaletteSection = { title: string; /** The best of them. */ commands: Command[]; /** How many fit. */ count: number };

const folded = (text: string): string => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLocaleLowerCase();

/** How well something fits what was typed: 0 is best, null not at all. */
function rank({ label, keywords = "" }: Command, wanted: string): number | null {
  const name = folded(label);
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  if (name.includes(wanted)) return 3;
  return folded(keywords).includes(wanted) ? 4 : null;
}

/** What the palette shows for what was typed: section by section in the given order, the best first. */
export function paletteSections(commands: readonly Command[], typed: string): PaletteSection[] {
  const wanted = folded(typed.trim());
  const found = commands
    .map((command) => ({ command, rank: rank(command, wanted) }))
    .filter((one): one is { command: Command; rank: number } => one.rank !== null);
  return [...groupBy(found, ({ command }) => command.section)].map(([title, ofSection]) => ({
    title,
    commands: ofSection
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ command }) => command),
    count: ofSection.length,
  }));
}
