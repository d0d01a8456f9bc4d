import { withKnown, withNews, withPage } from "./model/findings/findings";
import type { FindingsReport } from "@/api/findings";
import type { FindingsNews } from "@/api/map-stream";
import type { Editor } from "./editor";
import type { Findings } from "./model/findings/findings";

/** The pages of the list of findings, one after another. */
export type ReadPages = (signal: AbortSignal) => AsyncIterable<FindingsReport>;

/** Reads the list of findings when the stream cannot tell them all. What has been read is shown at once. */
export class FindingsReading {
  private running: AbortController | null = null;
  /** What the stream has told since the reading began: a page that was read before it may not have it. */
  private heard: FindingsNews[] = [];

  constructor(
    private readonly editor: Editor,
    private readonly read: ReadPages,
  ) {}

  /** Reads the list from its start to its end; a reading that still runs is given up. Never rejects. */
  async start(): Promise<void> {
    this.stop();
    const running = new AbortController();
    this.running = running;
    this.heard = [];
    this.editor.publish({ findingsProblem: null });
    try {
      await this.readAll(running.signal);
    } catch (error) {
      if (running.signal.aborted) return;
      this.editor.publish({ findingsProblem: { error, retry: () => void this.start() } });
    }
    if (this.running === running) this.running = null;
  }

  stop(): void {
    this.running?.abort();
    this.running = null;
  }

  /** The stream has told something: all there is, a difference, or that there is more than it tells. */
  hear(news: FindingsNews): void {
    if (!news.complete) void this.start();
    else if (news.first) this.stop();
    else if (this.running !== null) this.heard.push(news);
  }

  private async readAll(signal: AbortSignal): Promise<void> {
    let read: Findings | null = null;
    for await (const page of this.read(signal)) {
      if (signal.aborted) return;
      read = withPage(read, page);
      this.show(this.heard.reduce(withNews, read));
    }
  }

  /** Where all were known they stay until all are known again, so that nothing comes and goes meanwhile. */
  private show(read: Findings): void {
    const { findings: shown } = this.editor.snapshot;
    if (read.complete || shown === null) this.editor.publish({ findings: read });
    else if (!shown.complete) this.editor.publish({ findings: withKnown(read, shown) });
  }
}
