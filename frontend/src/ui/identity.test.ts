import { expect, it } from "vitest";
import { hueOf, initials } from "./identity";

it.each([
  ["Elena Kovač", "EK"],
  ["Mara", "M"],
  ["Anna de la Cruz", "AC"],
  ["  ", "?"],
  ["😀 grin", "😀G"],
])("the initials of %j are %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it("gives a name one hue of eight, always the same", () => {
  expect(hueOf("Elena")).toBe(hueOf("Elena"));
  expect(["a", "b", "c", "d", "e", "f", "g", "h", "i"].map(hueOf).every((hue) => hue >= 0 && hue < 8)).toBe(true);
});
