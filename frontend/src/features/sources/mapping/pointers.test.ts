import { describe, expect, it } from "vitest";
import { isPointer, placesOf, pointerOf, readable, resolve, valuesAt } from "./pointers";

describe("the place of something that was clicked", () => {
  it("leads back to it, whatever the members are called", () => {
    const item = { "a/b": { "c~d": [{ "": "found" }] } };
    const pointer = pointerOf(["a/b", "c~d", 0, ""]);
    expect(pointer).toBe("/a~1b/c~0d/0/");
    expect(resolve(pointer, item)).toBe("found");
    expect(isPointer(pointer)).toBe(true);
  });

  it("leads to nothing where there is nothing", () => {
    expect(resolve("/a/b", { a: "text" })).toBeUndefined();
    expect(resolve("/toString", {})).toBeUndefined();
    expect(resolve("/a", { a: null })).toBeNull();
  });

  it.each(["", "a", "/a~2", "a/b"])("%j is no place", (text) => expect(isPointer(text)).toBe(false));

  it("is read as words", () => expect(readable("/data/total_price")).toBe("data › total price"));
});

describe("what the last items offer", () => {
  const items = [{ topic: "paid", data: { total: 3 } }, { topic: "sent", data: { total: 4, note: "x".repeat(60) } }, { topic: "paid" }];

  it("is every place once, with an example", () => {
    const places = placesOf(items);
    expect(places.map(({ pointer }) => pointer)).toEqual(["/topic", "/data", "/data/total", "/data/note"]);
    expect(places[0]?.example).toBe("paid");
    expect(places[3]?.example).toHaveLength(41);
  });

  it("is every value at a place, the most frequent first", () => {
    expect(valuesAt("/topic", items)).toEqual(["paid", "sent"]);
    expect(valuesAt("/data", items)).toEqual([]);
  });
});
