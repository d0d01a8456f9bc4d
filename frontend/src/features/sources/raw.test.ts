import { describe, expect, it } from "vitest";
import { pretty } from "./raw";

describe("a body as people read it", () => {
  it("indents JSON and leaves everything else alone", () => {
    expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(pretty("not json")).toBe("not json");
  });

  it("gives every element of XML a line by its depth", () => {
    const text = '<?xml version="1.0"?><a x="1"><b>text</b><c/><d><e></e></d></a>';
    expect(pretty(text)).toBe(
      ['<?xml version="1.0"?>', '<a x="1">', "  <b>text</b>", "  <c/>", "  <d>", "    <e></e>", "  </d>", "</a>"].join("\n"),
    );
  });

  it("loses no text of XML that is not well-formed", () => {
    expect(pretty("<a>one<b>two</a>").replaceAll(/\s/g, "")).toBe("<a>one<b>two</a>");
  });
});
