import { expect, it } from "vitest";
import { shortcutSections } from "./shortcut-list";

const run = () => undefined;

it("lists guides whether or not their command is on offer, and every command that has a shortcut, each once", () => {
  const guides = [
    { label: "Undo", section: "Edit", keys: ["Mod+Z"] },
    { label: "Redo", section: "Edit", keys: ["Mod+Shift+Z"] },
  ];
  const commands = [
    { id: "redo", label: "Redo", section: "Edit", shortcut: "Mod+Shift+Z", run },
    { id: "redo.y", label: "Redo", section: "Edit", shortcut: "Mod+Y", run },
    { id: "palette", label: "Search", section: "General", shortcut: "Mod+K", run },
    { id: "theme", label: "Dark", section: "General", run },
  ];
  expect(shortcutSections(guides, commands)).toEqual([
    {
      title: "Edit",
      rows: [
        { label: "Undo", keys: ["Mod+Z"] },
        { label: "Redo", keys: ["Mod+Shift+Z", "Mod+Y"] },
      ],
    },
    { title: "General", rows: [{ label: "Search", keys: ["Mod+K"] }] },
  ]);
});
