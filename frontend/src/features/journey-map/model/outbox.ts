import { v4 as uuid } from "uuid";
import { compact } from "./operations";
import type { Id } from "./document";
import type { Change, Pending, PendingStore } from "./exchange";
import type { Operation } from "./operations";

/** Your changes that the server has not confirmed, oldest first; all of them are in the store, so none is lost with the window. */
export class Outbox {
  private waiting: readonly Pending[] = [];

  constructor(
    private readonly mapId: Id,
    private readonly store: PendingStore,
  ) {}

  get size(): number {
    return this.waiting.length;
  }

  /** What is sent next. */
  get first(): Pending | undefined {
    return this.waiting[0];
  }

  get operations(): readonly Operation[] {
    return this.waiting.flatMap(({ operations }) => operations);
  }

  /** Takes up what an earlier visit could not send; false when there was nothing. */
  async resume(): Promise<boolean> {
    const kept = await this.store.load(this.mapId);
    const known = new Set(this.waiting.map(({ key }) => key));
    const missing = kept.filter(({ key }) => !known.has(key));
    this.waiting = [...missing, ...this.waiting].sort((a, b) => a.createdAt - b.createdAt);
    return missing.length > 0;
  }

  /** Queues an edit that was made on revision `base`. */
  add(operations: readonly Operation[], gesture: string | null, base: number): void {
    const added = { key: uuid(), mapId: this.mapId, base, gesture, operations, createdAt: Date.now() };
    this.waiting = [...this.waiting, added];
    void this.store.put(added);
  }

  /** Puts an edit to the last one, when both are of one gesture; false when they are not. */
  join(operations: readonly Operation[], gesture: string): boolean {
    const last = this.waiting.at(-1);
    if (last?.gesture !== gesture) return false;
    const joined = { ...last, operations: compact([...last.operations, ...operations]) };
    this.waiting = this.waiting.with(-1, joined);
    void this.store.put(joined);
    return true;
  }

  remove(sent: Pending): void {
    this.waiting = this.waiting.filter(({ key }) => key !== sent.key);
    void this.store.remove(sent);
  }

  /** Sends other operations in the place of those that were refused, as another change; none: it is left out. */
  replaceFirst(operations: readonly Operation[], base: number): void {
    const { first } = this;
    if (first === undefined) return;
    this.remove(first);
    if (operations.length === 0) return;
    const again = { ...first, key: uuid(), base, operations };
    this.waiting = [again, ...this.waiting];
    void this.store.put(again);
  }

  /**
   * The document has gone on by a change, of yours or of others. What waits behind the first one is as good as made
   * after it, unless others have touched the same things. The first one may be on its way: it is sent again as it was.
   */
  follow({ revision, operations }: Change, own: boolean): void {
    this.waiting = this.waiting.map((pending, place) => {
      const follows = place > 0 && pending.base === revision - 1 && (own || areApart(operations, pending.operations));
      return follows ? { ...pending, base: revision } : pending;
    });
  }
}

const isRemoval = ({ op }: Operation): boolean => op.endsWith(".remove");

/** The item of an operation; something new may also take the place of something else that is new. */
function touchedBy(operation: Operation): readonly (string | null)[] {
  if ("item" in operation) return [operation.item.id, operation.op];
  return ["id" in operation ? operation.id : null];
}

/** Whether nothing that some operations touch is touched by the others; what is removed takes with it what it held. */
function areApart(some: readonly Operation[], others: readonly Operation[]): boolean {
  const touched = new Set(some.flatMap(touchedBy));
  return ![...some, ...others].some(isRemoval) && !others.flatMap(touchedBy).some((one) => touched.has(one));
}
