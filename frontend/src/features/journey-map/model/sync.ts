import { settled } from "./conflicts";
import { apply, applyFitting } from "./operations";
import { Outbox } from "./outbox";
import type { Choice, Conflict } from "./conflicts";
import type { Doc } from "./document";
import type { Change, Pending, PendingStore, Transport } from "./exchange";
import type { Applied, Operation } from "./operations";

export type SyncStatus = "saved" | "saving" | "offline" | "conflict";

export interface OpenConflict {
  readonly conflicts: readonly Conflict[];
  /** The document before the others' changes came in. */
  readonly before: Doc;
}

export interface SyncState {
  /** What the person sees: the server's document with their own unsent changes on top. */
  readonly doc: Doc;
  readonly status: SyncStatus;
  readonly conflict: OpenConflict | null;
  readonly unsent: number;
  /** Why the server refused the last change for good; the change was taken back. */
  readonly rejected: string | null;
}

export const TIMING = { typing: 500, retryFirst: 1_000, retryMost: 30_000 } as const;

/**
 * Keeps one map in step with the server. An edit is on screen at once; changes leave one at a time, in order;
 * what the others have done is put under your own unsent changes.
 */
export class Sync {
  private confirmed: Doc;
  private readonly outbox: Outbox;
  private inFlight = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private retries = 0;
  /** The newest revision that was heard of while talking to the server. */
  private heard = 0;
  private closed = false;
  private readonly listeners = new Set<() => void>();
  private current: SyncState;

  constructor(
    doc: Doc,
    private readonly transport: Transport,
    store: PendingStore,
  ) {
    this.confirmed = doc;
    this.outbox = new Outbox(doc.id, store);
    this.current = { doc, status: "saved", conflict: null, unsent: 0, rejected: null };
  }

  get state(): SyncState {
    return this.current;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes up changes that an earlier visit could not send. */
  async resume(): Promise<void> {
    if (!(await this.outbox.resume())) return;
    this.publish({ status: "saving" });
    this.schedule(0);
  }

  /**
   * Applies your edit and queues it. Edits with the same gesture travel together until they are sent.
   * @throws OperationError when the operations do not fit the document.
   */
  edit(operations: readonly Operation[], gesture: string | null = null): Applied {
    const applied = apply(this.current.doc, operations, this.confirmed.revision);
    this.enqueue(operations, gesture);
    this.publish({ doc: applied.doc, rejected: null, ...this.afterEdit() });
    this.schedule(gesture === null ? 0 : TIMING.typing);
    return applied;
  }

  /** Sends what waits now: on blur, when the page is hidden, when the network is back. */
  flush(): void {
    this.retries = 0;
    this.schedule(0);
  }

  /** Fetches what the others have done. */
  async poll(): Promise<void> {
    if (this.inFlight || this.closed) return;
    await this.exclusively(async () => {
      const before = this.confirmed;
      const reached = await this.catchUp();
      if (this.confirmed !== before) this.rebase();
      if (reached && this.current.status === "offline") this.publish({ status: this.settledStatus() });
    });
  }

  /** Takes in a change as the server tells of it, or asks for it when something before it is missing. */
  hear(change: Change): void {
    if (this.closed || change.revision <= this.confirmed.revision) return;
    if (this.inFlight) {
      // It may be the very change that is being sent.
      this.heard = Math.max(this.heard, change.revision);
    } else if (change.revision === this.confirmed.revision + 1) {
      this.advance([change]);
      this.rebase();
    } else {
      void this.poll();
    }
  }

  /** Goes on after a conflict, with one choice per conflict. */
  resolve(choices: readonly Choice[]): void {
    const open = this.current.conflict;
    const { first } = this.outbox;
    if (open === null || first === undefined) return;
    const operations = settled(first.operations, open.conflicts, choices, { before: open.before, now: this.confirmed });
    this.outbox.replaceFirst(operations, this.confirmed.revision);
    this.rebase({ conflict: null, status: this.settledStatus() });
    this.schedule(0);
  }

  /** Goes on after `close`. */
  open(): void {
    this.closed = false;
    if (this.outbox.size > 0) this.schedule(0);
  }

  /** Stops talking to the server; what is unsent stays in the store. */
  close(): void {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private settledStatus(): SyncStatus {
    return this.outbox.size > 0 ? "saving" : "saved";
  }

  private afterEdit(): Partial<SyncState> {
    const status = this.current.status === "saved" ? "saving" : this.current.status;
    return { status, unsent: this.outbox.size };
  }

  private enqueue(operations: readonly Operation[], gesture: string | null): void {
    const sending = this.inFlight && this.outbox.size === 1;
    const joins = gesture !== null && !sending && this.current.conflict === null && this.outbox.join(operations, gesture);
    if (!joins) this.outbox.add(operations, gesture, this.confirmed.revision);
  }

  private schedule(delay: number): void {
    if (this.closed || this.current.conflict !== null) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.sendNext();
    }, delay);
  }

  /** One conversation with the server at a time; what was asked for meanwhile comes after. */
  private async exclusively(work: () => Promise<void>): Promise<void> {
    this.inFlight = true;
    try {
      await work();
    } finally {
      this.inFlight = false;
    }
    const missing = this.heard > this.confirmed.revision;
    this.heard = 0;
    if (missing) void this.poll();
    if (this.outbox.size === 0 || this.timer !== null) return;
    this.schedule(this.current.status === "offline" ? this.backoff() : 0);
  }

  private async sendNext(): Promise<void> {
    const next = this.outbox.first;
    if (next === undefined || this.inFlight || this.closed || this.current.conflict !== null) return;
    if (this.current.status !== "offline") this.publish({ status: "saving" });
    await this.exclusively(() => this.send(next));
  }

  private backoff(): number {
    return Math.min(TIMING.retryMost, TIMING.retryFirst * 2 ** this.retries++);
  }

  private async send(change: Pending): Promise<void> {
    const sent = await this.transport.send(change);
    if (this.closed) return;
    switch (sent.kind) {
      case "unreachable":
        this.publish({ status: "offline" });
        return;
      case "accepted":
        await this.accept(change, sent.change);
        return;
      case "conflict":
        await this.pause(sent.conflicts);
        return;
      case "rejected":
        this.outbox.remove(change);
        await this.catchUp();
        this.rebase({ rejected: sent.reason, status: this.settledStatus() });
    }
  }

  private async accept(sent: Pending, change: Change): Promise<void> {
    this.retries = 0;
    if (change.revision === this.confirmed.revision + 1) this.advance([change], change.revision);
    else if (change.revision > this.confirmed.revision && !(await this.catchUp(change.revision))) {
      this.publish({ status: "offline" });
      return;
    }
    this.outbox.remove(sent);
    this.rebase({ status: this.settledStatus() });
  }

  private async pause(conflicts: readonly Conflict[]): Promise<void> {
    const before = this.confirmed;
    if (!(await this.catchUp())) {
      this.publish({ status: "offline" });
      return;
    }
    this.rebase({ status: "conflict", conflict: { conflicts, before } });
  }

  /** `own` is the revision that a change of yours has become. */
  private async catchUp(own?: number): Promise<boolean> {
    const changes = await this.transport.changesAfter(this.confirmed.revision);
    if (changes === null) return false;
    this.advance(changes, own);
    return true;
  }

  private advance(changes: readonly Change[], own?: number): void {
    for (const change of changes) {
      if (change.revision <= this.confirmed.revision) continue;
      this.confirmed = apply(this.confirmed, change.operations, change.revision).doc;
      this.outbox.follow(change, change.revision === own);
    }
  }

  /** The server's document with your unsent changes on top; those that lost their item are left out. */
  private rebase(patch: Partial<SyncState> = {}): void {
    const { doc } = applyFitting(this.confirmed, this.outbox.operations);
    this.publish({ doc, unsent: this.outbox.size, ...patch });
  }

  private publish(patch: Partial<SyncState>): void {
    const next = { ...this.current, ...patch };
    const keys = Object.keys(patch) as (keyof SyncState)[];
    if (keys.every((key) => this.current[key] === next[key])) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}
