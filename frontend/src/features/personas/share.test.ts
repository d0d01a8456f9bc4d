import { expect, it } from "vitest";
import { parseShare, shareText } from "./share";

it.each([
  ["62 %", 62],
  ["12,5", 12.5],
  ["", null],
  ["many", undefined],
  ["101", undefined],
])("%j is a share of %j", (text, share) => {
  expect(parseShare(text)).toBe(share);
});

it("reads back what it writes", () => {
  expect(parseShare(shareText(33.3))).toBe(33.3);
});
