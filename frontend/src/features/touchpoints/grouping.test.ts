import { describe, expect, it } from "vitest";
import type { Channel } from "@/api/channels";
import type { Touchpoint } from "@/api/touchpoints";
import { findTouchpoints, groupTouchpoints, isKey, keyFromName } from "./grouping";

const common = {
  workspace_id: "w",
  revision: 1,
  created_at: "2026-11-01T00:00:00.000Z",
  updated_at: "2026-11-01T00:00:00.000Z",
  abilities: { edit: true, delete: true },
};
const channel = (id: string, group: Channel["group"], name: string): Channel => ({ ...common, id, key: id, group, name, icon: "globe" });
const touchpoint = (name: string, channel_id: string | null): Touchpoint => ({
  ...common,
  id: name,
  key: keyFromName(name),
  name,
  channel_id,
  description: "",
  owner_id: null,
});

const channels = new Map([channel("shop", "physical", "Shop"), channel("web", "website", "Website")].map((each) => [each.id, each]));
const catalogue = [touchpoint("Till", "shop"), touchpoint("Basket", "web"), touchpoint("Asks a friend", null), touchpoint("Aisle", "shop")];

describe("the catalogue", () => {
  it("is grouped in the field's order, with what lacks a channel first", () => {
    const groups = groupTouchpoints(catalogue, channels).map(({ group, items }) => [group, items.map(({ name }) => name)]);
    expect(groups).toEqual([
      [null, ["Asks a friend"]],
      ["website", ["Basket"]],
      ["physical", ["Aisle", "Till"]],
    ]);
  });

  it("is searched by name, key and channel", () => {
    expect(findTouchpoints(catalogue, channels, "shop till").map(({ name }) => name)).toEqual(["Till"]);
    expect(findTouchpoints(catalogue, channels, "asks_a")).toHaveLength(1);
  });
});

describe("keys", () => {
  it.each([
    ["Clicks the newsletter", "clicks_the_newsletter"],
    ["  Überraschung! ", "uberraschung"],
    ["!!!", ""],
  ])("of %j is %j", (name, key) => {
    expect(keyFromName(name)).toBe(key);
  });

  it("are what the server takes", () => {
    expect(isKey("till-2_a")).toBe(true);
    expect(isKey("Till")).toBe(false);
    expect(isKey("a__b")).toBe(false);
  });
});
