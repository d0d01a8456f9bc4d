import type { CDPSession } from "@playwright/test";

type TraceEvent = {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  /** Time on the clock, µs. */
  dur?: number;
  /** Time on the processor, µs: what other programs take away does not count. */
  tdur?: number;
  args: { name?: string };
};

export type FrameTimes = { frames: number; mean: number; median: number; p95: number };

const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"];
const FRAME_US = 1_000_000 / 60;

async function record(session: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  await session.send("Tracing.start", {
    transferMode: "ReturnAsStream",
    traceConfig: { includedCategories: CATEGORIES },
  });
  await act();
  const complete = new Promise<{ stream?: string }>((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  const { stream } = await complete;
  if (stream === undefined) throw new Error("Chromium gave no trace.");
  let text = "";
  for (let eof = false; !eof; ) {
    const piece = await session.send("IO.read", { handle: stream });
    text += piece.data;
    eof = piece.eof;
  }
  return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** Tasks of the busiest renderer's main thread: the page under test. */
function mainTasks(events: TraceEvent[]): TraceEvent[] {
  const mains = events.filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain");
  const tasks = mains.map(({ pid, tid }) =>
    events.filter((event) => event.pid === pid && event.tid === tid && event.name === "RunTask"),
  );
  return tasks.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Milliseconds of processor time the main thread needs per frame while `act` runs. */
export async function frameTimes(session: CDPSession, act: () => Promise<void>): Promise<FrameTimes> {
  const events = await record(session, act);
  const tasks = mainTasks(events);
  const start = Math.min(...tasks.map((task) => task.ts));
  const perFrame = new Map<number, number>();
  for (const task of tasks) {
    const frame = Math.floor((task.ts - start) / FRAME_US);
    perFrame.set(frame, (perFrame.get(frame) ?? 0) + (task.tdur ?? task.dur ?? 0) / 1000);
  }
  const sorted = [...perFrame.values()].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const mean = sorted.reduce((sum, ms) => sum + ms, 0) / Math.max(1, sorted.length);
  return { frames: sorted.length, mean, median: at(0.5), p95: at(0.95) };
}
