import { expect, it } from "vitest";
import { outline } from "./outline";

it("writes names, values and lists one below the other", () => {
  const example = {
    map: { title: "Buying a sofa", goal: "" },
    stages: [{ title: "Awareness", steps: [{ title: "Pays", cards: { pain_points: ["Delivery cost", "Forms"] } }] }],
    personas: [],
    days: 3,
  };
  expect(outline(example)).toBe(
    [
      "map:",
      "  title: Buying a sofa",
      "  goal: –",
      "stages:",
      "  - title: Awareness",
      "    steps:",
      "      - title: Pays",
      "        cards:",
      "          pain_points:",
      "            - Delivery cost",
      "            - Forms",
      "personas: –",
      "days: 3",
    ].join("\n"),
  );
});
