// @vitest-environment node
import { describe, expect, it } from "vitest";
import { FindingsReading } from "./findings-reading";
import type { Finding, FindingsReport } from "@/api/findings";
import type { FindingsNews } from "@/api/map-stream";
import type { Editor, Snapshot } from "./editor";

const finding = (key: string): Finding => ({
  key,
  rule_id: "LAN005",
  severity: "advice",
  topic: "proof",
  state: "open",
  subject: { kind: "map", id: "map", title: "" },
  place: { kind: "card", id: key, field: null, stage_id: null, step_id: null },
  message: "",
  detail: null,
  why: "",
  message_key: "rule_LAN005_says",
  values: {},
  fix: null,
  dismissal: null,
});

const overview = (count: number) => ({
  counts: { error: 0, warning: 0, advice: count, dismissed: 0 },
  groups: [{ rule_id: "LAN005", title: "", topic: "proof" as const, severity: "advice" as const, count }],
  failures: [],
});

const page = (count: number, next: string | null, ...keys: string[]): FindingsReport => ({
  ...overview(count),
  subject_revision: 1,
  items: keys.map(finding),
  next,
});

const news = (count: number, told: Partial<FindingsNews>): FindingsNews => ({
  ...overview(count),
  map_revision: 2,
  first: false,
  complete: true,
  added: [],
  removed: [],
  ...told,
});

/** A list that hands out its pages one by one, when the test says so. */
function listOf(...pages: (FindingsReport | Error)[]) {
  const turns: (() => void)[] = [];
  async function* read(): AsyncGenerator<FindingsReport, void> {
    for (const one of pages) {
      await new Promise<void>((turn) => turns.push(turn));
      if (one instanceof Error) throw one;
      yield one;
    }
  }
  const turn = async () => {
    turns.shift()?.();
    await new Promise((done) => setTimeout(done));
  };
  return { read, turn };
}

/** The part of the editor that holds what is shown. */
function screen() {
  const state = { findings: null, findingsProblem: null } as Pick<Snapshot, "findings" | "findingsProblem">;
  const editor = { snapshot: state, publish: (patch: Partial<Snapshot>) => Object.assign(state, patch) };
  return { state, editor: editor as unknown as Editor, shown: () => [...(state.findings?.items.keys() ?? [])] };
}

describe("reading a long list of findings", () => {
  it("shows each page as it comes, with the counts of all", async () => {
    const { state, editor, shown } = screen();
    const { read, turn } = listOf(page(3, "2", "a", "b"), page(3, null, "c"));
    void new FindingsReading(editor, read).start();
    await turn();
    expect(shown()).toEqual(["a", "b"]);
    expect(state.findings).toMatchObject({ complete: false, counts: { advice: 3 } });
    await turn();
    expect(shown()).toEqual(["a", "b", "c"]);
    expect(state.findings?.complete).toBe(true);
  });

  it("does not bring back what the stream has taken away meanwhile, and keeps what it added", async () => {
    const { editor, shown } = screen();
    const { read, turn } = listOf(page(3, "2", "a", "b"), page(3, null, "c"));
    const reading = new FindingsReading(editor, read);
    void reading.start();
    await turn();
    reading.hear(news(3, { removed: ["a"], added: [finding("d")] }));
    await turn();
    expect(shown().sort()).toEqual(["b", "c", "d"]);
  });

  it("leaves a whole list as it is until it is known anew", async () => {
    const { editor, shown } = screen();
    const { read, turn } = listOf(page(1, null, "a"), page(2, "2", "b"), page(2, null, "c"));
    const all = read();
    async function* first() {
      const { value } = await all.next();
      if (value) yield value;
    }
    const reading = new FindingsReading(editor, () => (shown().length === 0 ? first() : all));
    void reading.start();
    await turn();
    void reading.start();
    await turn();
    expect(shown()).toEqual(["a"]);
    await turn();
    expect(shown()).toEqual(["b", "c"]);
  });

  it("keeps what is known when the rest cannot be read, and says so", async () => {
    const { state, editor, shown } = screen();
    const lost = new Error("The server cannot be reached.");
    const { read, turn } = listOf(page(3, "2", "a", "b"), lost);
    void new FindingsReading(editor, read).start();
    await turn();
    await turn();
    expect(shown()).toEqual(["a", "b"]);
    expect(state.findingsProblem?.error).toBe(lost);
    state.findingsProblem?.retry();
    expect(state.findingsProblem).toBeNull();
  });
});
