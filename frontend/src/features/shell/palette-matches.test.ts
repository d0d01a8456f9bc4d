import { describe, expect, it } from "vitest";
import { paletteSections } from "./palette-matches";
import type { Command } from "@/ui/commands/store";

const command = (label: string, section = "Maps", keywords?: string): Command => ({
  id: label,
  label,
  section,
  ...(keywords !== undefined && { keywords }),
  run: () => undefined,
});
const labels = (commands: readonly Command[], typed: string) =>
  paletteSections(commands, typed).flatMap((section) => section.commands.map(({ label }) => label));

describe("what the palette shows", () => {
  const thousand = Array.from({ length: 1000 }, (_, index) => command(`Map ${index}`));

  it("is a handful of each kind, with how many there are", () => {
    const [maps, go] = paletteSections([...thousand, command("Go to maps", "Go to")], "");
    expect(maps).toMatchObject({ title: "Maps", count: 1000 });
    expect(maps?.commands).toHaveLength(12);
    expect(go).toMatchObject({ title: "Go to", count: 1 });
  });

  it("has whatever is typed, however far down it is", () => {
    expect(labels(thousand, "map 987")).toEqual(["Map 987"]);
  });

  it("has the best first: what is called so, what begins with it, then a word that does, then the rest", () => {
    const some = [command("A persofa"), command("Buying a sofa"), command("Mara", "Maps", "wants a sofa"), command("Sofa online"), command("Sofa")];
    expect(labels(some, "sofa")).toEqual(["Sofa", "Sofa online", "Buying a sofa", "A persofa", "Mara"]);
  });

  it("minds neither case nor accents", () => {
    expect(labels([command("Éloïse"), command("Elena")], "ELO")).toEqual(["Éloïse"]);
  });

  it("has nothing when nothing fits", () => {
    expect(paletteSections(thousand, "zzz")).toEqual([]);
  });
});
