import { describe, expect, it } from "vitest";
import type { SourceMapping } from "@/api/sources";
import { addRule, draftOf, duplicateRule, finishedPart, isComplete, isConditionComplete, keyFromName, mappingOf, moveRule, newRule, removeRule, retarget, retest, setRule } from "./draft";

const mapping: SourceMapping = {
  id: ["/id"],
  customer: [{ field: "/customer", kind: "email", anonymous: false }],
  occurred_at: ["/at"],
  rules: [
    { when: [{ field: "/topic", test: "equals", value: "paid" }], then: { do: "touchpoint_by_key", key: "paid", name: "Paid", channel: "" } },
    { when: [{ field: "/topic", test: "starts_with", value: "order" }], then: { do: "ignore" } },
    { when: [], then: { do: "identify" } },
  ],
};

let made = 0;
const draft = () => draftOf(mapping, () => `r${(made += 1)}`);
const targets = (of: SourceMapping) => of.rules?.map(({ then }) => then.do);

describe("the rules of a mapping", () => {
  it("survive being edited without a change", () => {
    const back = mappingOf(draft());
    expect(back.customer).toEqual(mapping.customer);
    expect(back.rules?.map(({ when, then }) => ({ when, then }))).toEqual(mapping.rules);
    expect(JSON.stringify(back)).not.toContain("r1");
  });

  it("move, and stop at the ends", () => {
    const before = draft();
    const [first] = before.rules;
    const moved = moveRule(before, first?.id ?? "", 1);
    expect(targets(mappingOf(moved))).toEqual(["ignore", "touchpoint_by_key", "identify"]);
    expect(targets(mappingOf(moveRule(before, first?.id ?? "", 99)))).toEqual(["ignore", "identify", "touchpoint_by_key"]);
    expect(moveRule(before, first?.id ?? "", -5)).toBe(before);
  });

  it("are added, copied, changed and removed one at a time", () => {
    const before = draft();
    const id = before.rules[1]?.id ?? "";
    expect(targets(mappingOf(addRule(before, newRule("new"), 0)))).toEqual(["touchpoint_by_key", "touchpoint_by_key", "ignore", "identify"]);
    expect(targets(mappingOf(duplicateRule(before, id, "copy")))).toEqual(["touchpoint_by_key", "ignore", "ignore", "identify"]);
    expect(targets(mappingOf(removeRule(before, id)))).toEqual(["touchpoint_by_key", "identify"]);
    expect(targets(mappingOf(setRule(before, id, (rule) => ({ ...rule, then: { do: "identify" } }))))).toEqual(["touchpoint_by_key", "identify", "identify"]);
  });

  it("count as finished only when they can be saved; the preview leaves the others out", () => {
    const before = draft();
    expect(isComplete(before)).toBe(true);
    const begun = addRule(before, newRule("new"));
    expect(isComplete(begun)).toBe(false);
    expect(finishedPart(begun).rules).toHaveLength(3);
    expect(finishedPart({ ...before, occurred_at: ["/at", "half"] }).occurred_at).toEqual(["/at"]);
  });

  it("keep their channel when they lead elsewhere", () => {
    expect(retarget({ do: "touchpoint_by_key", key: "a", name: "A", channel: "email" }, "touchpoint_from")).toEqual({ do: "touchpoint_from", field: "", channel: "email" });
    expect(retarget({ do: "touchpoint_from", field: "/a", channel: "email" }, "ignore")).toEqual({ do: "ignore" });
  });
});

describe("a condition", () => {
  const condition = { field: "/topic", test: "equals" as const, value: "paid" };

  it("brings its value along to another test", () => {
    expect(retest(condition, "one_of").value).toEqual(["paid"]);
    expect(retest(retest(condition, "one_of"), "equals").value).toBe("paid");
    expect(retest({ ...condition, value: 7 }, "contains").value).toBe("7");
    expect(retest(condition, "exists").value).toBeNull();
  });

  it("needs a place, and something to compare with where the empty text would mean everything", () => {
    expect(isConditionComplete(condition)).toBe(true);
    expect(isConditionComplete({ ...condition, field: "topic" })).toBe(false);
    expect(isConditionComplete({ ...condition, test: "one_of", value: [] })).toBe(false);
    expect(isConditionComplete({ ...condition, test: "starts_with", value: "" })).toBe(false);
    expect(isConditionComplete({ ...condition, value: "" })).toBe(true);
  });
});

it("makes a key of a name", () => {
  expect(keyFromName("  Café: Order paid! ")).toBe("cafe-order-paid");
  expect(keyFromName("…")).toBe("");
});
