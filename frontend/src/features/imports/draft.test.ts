import { describe, expect, it } from "vitest";
import type { ImportMapping } from "@/api/imports";
import { draftOf, mappingOf, withField } from "./draft";

const mapping: ImportMapping = {
  fields: [
    { field: "customer", take: "column", text: "lead" },
    { field: "property.plan", take: "column", text: "plan" },
  ],
  keep_rest: true,
  day_first: false,
  time_format: "",
  timezone: "Europe/Berlin",
  delimiter: "",
  encoding: "",
};

describe("the draft of a mapping", () => {
  it("gives back the mapping that it was made of", () => {
    expect(mappingOf(draftOf(mapping))).toEqual(mapping);
  });

  it("brings the scale with a score, takes it away again, and keeps one that was chosen", () => {
    const scored = withField(draftOf(mapping), "score", { take: "column", text: "stars" });
    expect(scored.fields.scale).toEqual({ take: "value", text: "csat5" });
    const chosen = withField(scored, "scale", { take: "value", text: "stars5" });
    expect(withField(chosen, "score", { take: "column", text: "rating" }).fields.scale?.text).toBe("stars5");
    expect(withField(chosen, "score", null).fields).toEqual(draftOf(mapping).fields);
  });

  it("leaves out what is not filled in yet", () => {
    const draft = withField(draftOf(mapping), "touchpoint", { take: "value", text: " " });
    expect(mappingOf(draft)).toEqual(mapping);
  });
});
