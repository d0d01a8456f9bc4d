// @vitest-environment node
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromTsv, toHtml, toTsv } from "./clipboard";

describe("clipboard", () => {
  it("reads back every table it writes", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "ü", " ", "\t", "\n", '"', "😀"), maxLength: 6 });
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      .filter((rows) => rows.at(-1)?.some((cell) => cell !== "") ?? false);
    fc.assert(
      fc.property(table, (cells) => {
        expect(fromTsv(toTsv(cells))).toEqual(cells);
      }),
    );
  });

  it("reads what spreadsheets put there", () => {
    expect(fromTsv('Sees a post\t"two\r\nlines"\r\n\tSays ""hi""\r\n')).toEqual([
      ["Sees a post", "two\nlines"],
      ["", 'Says ""hi""'],
    ]);
  });

  it("escapes markup", () => {
    expect(toHtml([["<b>", "a & b"]])).toBe(
      "<table><tbody><tr><td>&lt;b&gt;</td><td>a &amp; b</td></tr></tbody></table>",
    );
  });
});
