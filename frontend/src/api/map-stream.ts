import type { Change, Finding, FindingsReport } from "./generated/types.gen";

/** What came and went since the server spoke last; the first time all there is. */
export type FindingsNews = Pick<FindingsReport, "counts" | "groups" | "failures"> & {
  map_revision: number;
  first: boolean;
  /** Whether `added` has them all: of very many only the list has the rest. */
  complete: boolean;
  added: Finding[];
  removed: string[];
};

export type MapListener = {
  /** The connection stands, or stands no longer. */
  onLive: (live: boolean) => void;
  onChange: (change: Change) => void;
  onFindings: (news: FindingsNews) => void;
  /** More was missed than can be told: the map has to be asked for. */
  onReset: (revision: number) => void;
  /** The map was deleted, or may not be seen any more. */
  onGone: () => void;
};

const RETRY_FIRST_MS = 4_000;
const RETRY_MOST_MS = 60_000;

/** Follows what anybody does to a map; returns how to stop. A browser comes back by itself unless the server says no. */
export function followMap(mapId: string, listener: MapListener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = RETRY_FIRST_MS;

  const stop = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const connect = () => {
    const opened = new EventSource(`/api/v1/maps/${mapId}/stream`);
    source = opened;
    const on = (kind: string, tell: (data: unknown) => void) =>
      opened.addEventListener(kind, (event) => tell(JSON.parse((event as MessageEvent<string>).data)));
    opened.onopen = () => {
      pause = RETRY_FIRST_MS;
      listener.onLive(true);
    };
    opened.onerror = () => {
      listener.onLive(false);
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, pause);
      pause = Math.min(RETRY_MOST_MS, pause * 2);
    };
    on("change", (data) => listener.onChange(data as Change));
    on("findings", (data) => listener.onFindings(data as FindingsNews));
    on("reset", (data) => listener.onReset((data as { revision: number }).revision));
    on("gone", () => {
      stop();
      listener.onGone();
    });
  };

  connect();
  return () => {
    stop();
    listener.onLive(false);
  };
}
