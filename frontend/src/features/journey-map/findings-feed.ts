import { FindingsReading } from "./findings-reading";
import { withNews } from "./model/findings/findings";
import { followMap } from "@/api/map-stream";
import type { FindingsNews } from "@/api/map-stream";
import type { Change as WireChange } from "@/api/map-document";
import type { Editor } from "./editor";
import type { ReadPages } from "./findings-reading";
import type { Operation } from "./model/operations";

/** How long a lost connection may take to come back before findings are asked for instead. */
const PATIENCE_MS = 3_000;
/** How often they are then asked for, and how soon after something was saved. */
const ASK_EVERY_MS = 15_000;
const ASK_AFTER_SAVE_MS = 800;

export interface FeedOptions {
  readonly read: ReadPages;
  /** Others have changed something before the map can take changes in. */
  readonly onNeeded: () => void;
  readonly onOthers: (change: WireChange) => void;
  readonly onGone: () => void;
}

/**
 * Keeps the findings of an open map, and the map itself, as they are on the server: by the map's stream while the
 * page is in sight, by asking when there is no stream.
 */
export class FindingsFeed {
  private stopStream: (() => void) | null = null;
  private asking: ReturnType<typeof setTimeout> | undefined;
  private readonly reading: FindingsReading;
  private latest = 0;
  private stopped = false;

  constructor(
    private readonly editor: Editor,
    private readonly options: FeedOptions,
  ) {
    this.reading = new FindingsReading(editor, options.read);
  }

  /** Starts; returns how to stop. */
  start(): () => void {
    this.stopped = false;
    const stops = [this.editor.ui.subscribe((now, before) => now.ready && !before.ready && this.catchUp())];
    let revision = this.editor.structure.doc.revision;
    stops.push(
      this.editor.subscribe(() => {
        const { doc } = this.editor.structure;
        if (doc.revision === revision) return;
        revision = doc.revision;
        if (!this.editor.ui.getState().live) this.askIn(ASK_AFTER_SAVE_MS);
      }),
    );
    const onVisibility = () => (document.visibilityState === "visible" ? this.connect() : this.disconnect());
    document.addEventListener("visibilitychange", onVisibility);
    onVisibility();
    return () => {
      this.stopped = true;
      document.removeEventListener("visibilitychange", onVisibility);
      for (const stop of stops) stop();
      this.disconnect();
    };
  }

  private connect(): void {
    this.stopStream ??= followMap(this.editor.structure.doc.id, {
      onLive: (live) => this.setLive(live),
      onChange: (change) => this.onChange(change),
      onFindings: (news) => this.onFindings(news),
      onReset: (revision) => this.onRevision(revision),
      onGone: this.options.onGone,
    });
    this.askIn(PATIENCE_MS);
  }

  private disconnect(): void {
    clearTimeout(this.asking);
    this.reading.stop();
    this.stopStream?.();
    this.stopStream = null;
  }

  private setLive(live: boolean): void {
    if (this.editor.ui.getState().live === live) return;
    this.editor.ui.setState({ live });
    if (live) clearTimeout(this.asking);
    else if (!this.stopped) this.askIn(PATIENCE_MS);
  }

  private askIn(delay: number): void {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => {
      if (this.editor.ui.getState().live || document.visibilityState !== "visible") return;
      void this.reading.start().then(() => this.askIn(ASK_EVERY_MS));
    }, delay);
  }

  private onChange(change: WireChange): void {
    this.latest = Math.max(this.latest, change.revision);
    const { ready } = this.editor.ui.getState();
    if (change.revision > this.editor.structure.doc.revision) this.options.onOthers(change);
    if (ready) this.editor.hear({ revision: change.revision, operations: change.operations as readonly Operation[] });
    else this.options.onNeeded();
  }

  private onFindings(news: FindingsNews): void {
    this.editor.publish({ findings: withNews(this.editor.snapshot.findings, news) });
    this.reading.hear(news);
    this.onRevision(news.map_revision);
  }

  /** The server is at a revision whose changes were not told. */
  private onRevision(revision: number): void {
    this.latest = Math.max(this.latest, revision);
    this.catchUp();
  }

  private catchUp(): void {
    if (this.latest <= this.editor.structure.doc.revision) return;
    if (this.editor.ui.getState().ready) this.editor.catchUp();
    else this.options.onNeeded();
  }
}
