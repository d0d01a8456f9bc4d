import { describe, expect, it } from "vitest";
import type { MapSummary } from "@/api/maps";
import { findMaps, parseGallerySearch } from "./search";

function map(title: string, over: Partial<MapSummary> = {}): MapSummary {
  return {
    id: title,
    title,
    state: "current",
    owner_id: null,
    persona_ids: [],
    revision: 1,
    created_at: "2026-11-01T00:00:00.000Z",
    updated_at: "2026-11-01T00:00:00.000Z",
    abilities: { edit: true, delete: true },
    miniature: { stages: [{ title: "Awareness", color: "blue", steps: 2 }], curves: [], cards: 0 },
    ...over,
  };
}

const titles = (maps: MapSummary[]) => maps.map(({ title }) => title);

describe("findMaps", () => {
  const sofa = map("Buying a sofa", { updated_at: "2026-11-03T00:00:00.000Z", persona_ids: ["mara"] });
  const rug = map("a rug", { state: "future", updated_at: "2026-11-05T00:00:00.000Z" });
  const lamp = map("Lamp", { updated_at: "2026-11-04T00:00:00.000Z" });
  const all = [sofa, rug, lamp];

  it("shows the last updated first", () => {
    expect(titles(findMaps(all, {}))).toEqual(["a rug", "Lamp", "Buying a sofa"]);
  });

  it("sorts titles as people do, not by code", () => {
    expect(titles(findMaps(all, { sort: "title" }))).toEqual(["a rug", "Buying a sofa", "Lamp"]);
  });

  it("narrows by state, persona and every word of title or stage", () => {
    expect(titles(findMaps(all, { state: "future" }))).toEqual(["a rug"]);
    expect(titles(findMaps(all, { persona: "mara" }))).toEqual(["Buying a sofa"]);
    expect(titles(findMaps(all, { q: "AWARE lamp" }))).toEqual(["Lamp"]);
    expect(findMaps(all, { q: "lamp sofa" })).toEqual([]);
  });
});

describe("parseGallerySearch", () => {
  it("drops what an address should not carry", () => {
    expect(parseGallerySearch({ q: "", state: "past", sort: "title", persona: 7 })).toEqual({ sort: "title" });
  });
});
