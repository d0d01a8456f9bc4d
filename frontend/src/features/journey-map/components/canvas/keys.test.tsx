import { expect, it, vi } from "vitest";
import { mapKeyGuide } from "../../commands/key-guide";
import { Editor } from "../../editor";
import { catalogueOf } from "../../catalogue";
import { fromWire } from "../../model/wire";
import { fixtureMap } from "../../model/testing/fixture";
import { onGridKey } from "./keys";

const NAMED = [
  ..."ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown Enter Escape Tab Backspace Delete Insert".split(" "),
  ..."ContextMenu F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12".split(" "),
  " ",
];
const SHIFTED = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "F10"];
const CHORDS = [NAMED.filter((key) => key !== "ContextMenu"), "abcdefghijklmnopqrstuvwxyz0123456789".split("")].flat();

const spoken = (key: string) => (key === " " ? "Space" : key.length === 1 ? key.toUpperCase() : key);

/** Puts the keyboard on a header, a cell, a card, a touchpoint and a face. */
function places(): ((editor: Editor) => void)[] {
  const { cards, placements, emotions, lanes } = fixtureMap();
  const laneOf = (kind: string) => lanes.find((lane) => lane.kind === kind)?.id ?? "";
  const [card, placement, emotion] = [cards[0], placements[0], emotions[0]];
  if (!card || !placement || !emotion) throw new Error("the fixture lacks something");
  return [
    (editor) => editor.focus("steps", card.step_id),
    (editor) => editor.focus(card.lane_id, card.step_id),
    (editor) => editor.focusCard(card.id),
    (editor) => editor.focus(laneOf("touchpoints"), placement.step_id, placement.id),
    (editor) => editor.focus(laneOf("emotions"), emotion.step_id, emotion.id),
    (editor) => {
      editor.focusCard(card.id);
      editor.ui.setState({ carried: { target: "card", id: card.id, gesture: "carry" } });
    },
  ];
}

function isTaken(editor: Editor, go: (editor: Editor) => void, key: string, held: KeyboardEventInit): boolean {
  editor.ui.setState(editor.ui.getInitialState(), true);
  go(editor);
  const event = new KeyboardEvent("keydown", { key, cancelable: true, ...held });
  const { carried } = editor.ui.getState();
  onGridKey(editor, document.body, event);
  // While something is carried no other key gets through; those that mean something there are said aloud.
  return event.defaultPrevented && (carried === null || editor.ui.getState().announcement !== "");
}

it("the guide lists every key that the grid takes", () => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  const nobody = catalogueOf({ personas: [], touchpoints: [], channels: [], members: [] });
  const editor = new Editor(fromWire(fixtureMap()), nobody);
  const taken = (keys: readonly string[], prefix: string, held: KeyboardEventInit, from = places()) =>
    keys.filter((key) => from.some((go) => isTaken(editor, go, key, held))).map((key) => prefix + spoken(key));
  const all = [
    ...taken(NAMED, "", {}),
    ...taken(SHIFTED, "Shift+", { shiftKey: true }),
    // What is carried keeps every chord from acting.
    ...taken(CHORDS, "Mod+", { ctrlKey: true }, places().slice(0, -1)),
    ...taken(["a"], "", {}).map(() => "Letters"),
  ];
  const listed = new Set(mapKeyGuide(true).flatMap(({ keys }) => keys));
  expect(all).toContain("Space");
  expect(all).toContain("Letters");
  expect(all.filter((key) => !listed.has(key))).toEqual([]);
});

it("says how many cards are selected, all of them with Ctrl+A", () => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  const nobody = catalogueOf({ personas: [], touchpoints: [], channels: [], members: [] });
  const editor = new Editor(fromWire(fixtureMap()), nobody);
  onGridKey(editor, document.body, new KeyboardEvent("keydown", { key: "a", ctrlKey: true }));
  const { selection, announcement } = editor.ui.getState();
  expect(selection.size).toBe(fixtureMap().cards.length);
  expect(announcement).toBe(`${selection.size} cards selected`);
});

it("viewers are told of the keys that read, not of those that change", () => {
  const labels = mapKeyGuide(false).map(({ label }) => label);
  expect(labels).toContain("Zoom to fit");
  expect(labels).toContain("Details");
  for (const label of ["Undo", "Duplicate", "Pick up", "Add card", "Edit the text"]) {
    expect(mapKeyGuide(true).some((one) => one.label === label), label).toBe(true);
    expect(labels).not.toContain(label);
  }
});
