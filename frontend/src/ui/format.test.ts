import { expect, it } from "vitest";
import { formatShare, relativeTime } from "./format";

const now = Date.parse("2026-11-21T12:00:00Z");

it.each([
  ["2026-11-21T11:59:40Z", "now"],
  ["2026-11-21T11:57:00Z", "3 minutes ago"],
  ["2026-11-20T11:00:00Z", "yesterday"],
  ["2026-11-28T11:59:00Z", "in 7 days"],
  ["2026-11-28T13:00:00Z", "next week"],
  ["2024-11-20T12:00:00Z", "2 years ago"],
])("%s is %s", (iso, words) => {
  expect(relativeTime(iso, now)).toBe(words);
});

it.each([
  [0, "0 %"],
  [0.0053, "0.5 %"],
  [0.105, "11 %"],
  [0.573, "57 %"],
  [1, "100 %"],
])("says the share %s as %s", (share, text) => {
  expect(formatShare(share)).toBe(text);
});
