import { describe, expect, it } from "vitest";
import { nameFromKey } from "./touchpoint-names";

describe("a name made of a key", () => {
  it("has words in place of dashes and underscores", () => {
    expect(nameFromKey("order-paid_twice")).toBe("Order paid twice");
  });
});
