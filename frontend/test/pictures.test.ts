import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconNames } from "@/ui/icons/NamedIcon";
import { portraitKeys } from "@/ui/portrait/keys";

/** Ids of the pictures in a file of symbols. */
function pictured(file: string): string[] {
  const svg = readFileSync(new URL(`../src/ui/${file}`, import.meta.url), "utf8");
  return [...svg.matchAll(/<symbol id="([^"]+)"/g)].flatMap(([, id]) => id ?? []);
}

test("every icon a channel can be given has its picture", () => {
  expect(pictured("icons/channel-icons.svg")).toEqual(iconNames);
});

test("every portrait a persona can have has its picture", () => {
  expect(pictured("portrait/portraits.svg")).toEqual(portraitKeys);
});
