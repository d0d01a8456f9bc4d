import { expect, it } from "vitest";
import type { Finding } from "@/api/findings";
import type { Persona } from "@/api/personas";
import { checklistOf } from "./parts";

const said = { id: "ada", name: "Ada Berg", age: " ", gender: "", occupation: "Carpenter", reason: "", personality: "", lifestyle: "" };
const listed = Object.fromEntries(
  ["goals", "needs", "motivations", "frustrations", "habits", "challenges", "problems", "interests", "channels", "sources"].map((field) => [field, [] as string[]]),
);
const ada = { ...said, ...listed, goals: ["A quiet bench"] } as unknown as Persona;

function finding(rule_id: string, field: string | null, state: Finding["state"] = "open"): Finding {
  return {
    key: [rule_id, field].join("."),
    rule_id,
    severity: "advice",
    topic: "personas",
    state,
    subject: { kind: "persona", id: "ada", title: "Ada Berg" },
    place: { kind: "persona", id: "ada", field, stage_id: null, step_id: null },
    message: "",
    detail: null,
    why: "",
    message_key: "",
    values: {},
    fix: null,
    dismissal: null,
  };
}

it("counts what is written, and a blank is nothing", () => {
  expect(checklistOf(ada, []).done).toEqual(["goals", "occupation"]);
});

it("asks for what is missing, what matters most first, whichever check found it", () => {
  const { open } = checklistOf(ada, [finding("PER004", "sources"), finding("PER001", "age"), finding("PER003", "reason")]);
  expect(open.map(({ field, label }) => [field, label])).toEqual([
    ["reason", "Why they come"],
    ["age", "Age"],
    ["sources", "Known from"],
  ]);
});

it("does not ask for what has just been written, though the check has not looked again yet", () => {
  expect(checklistOf(ada, [finding("PER001", "occupation")]).open).toEqual([]);
});

it("keeps what is said of the persona as a whole, and what was dismissed, apart from the questions", () => {
  const unused = finding("PER006", null);
  const dismissed = finding("PER001", "age", "dismissed");
  const { open, others, dismissed: away } = checklistOf(ada, [unused, dismissed]);
  expect(open).toEqual([]);
  expect(others).toEqual([unused]);
  expect(away).toEqual([dismissed]);
});
