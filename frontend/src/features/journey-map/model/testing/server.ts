import { apply } from "../operations";
import type { Conflict } from "../conflicts";
import type { Doc } from "../document";
import type { Operation } from "../operations";
import type { Change, Pending, PendingStore, Sent, Transport } from "../exchange";

/** A small stand-in for the server: keeps the contract of changes (revisions, idempotency, same-field conflicts). */
export class FakeServer implements Transport {
  online = true;
  /** The answer to the next request gets lost on its way back. */
  loseAnswer = false;
  rejectNext: string | null = null;
  readonly log: (Change & { by: string })[] = [];
  readonly received: Pending[] = [];
  private readonly answers = new Map<string, Sent>();

  constructor(public doc: Doc) {}

  async send(change: Pending): Promise<Sent> {
    await Promise.resolve();
    if (!this.online) return { kind: "unreachable" };
    this.received.push(change);
    const answer = this.answers.get(change.key) ?? this.judge(change);
    if (answer.kind === "accepted") this.answers.set(change.key, answer);
    if (!this.loseAnswer) return answer;
    this.loseAnswer = false;
    return { kind: "unreachable" };
  }

  async changesAfter(revision: number): Promise<readonly Change[] | null> {
    await Promise.resolve();
    return this.online ? this.log.filter((change) => change.revision > revision) : null;
  }

  /** Somebody else saves. */
  commit(operations: readonly Operation[], by = "Jonas"): Change {
    const revision = this.doc.revision + 1;
    this.doc = apply(this.doc, operations, revision).doc;
    const change = { revision, operations, by };
    this.log.push(change);
    return change;
  }

  private judge(change: Pending): Sent {
    if (this.rejectNext !== null) {
      const reason = this.rejectNext;
      this.rejectNext = null;
      return { kind: "rejected", reason };
    }
    const conflicts = this.conflictsOf(change);
    if (conflicts.length > 0) return { kind: "conflict", conflicts };
    return { kind: "accepted", change: this.commit(change.operations, "me") };
  }

  private conflictsOf(change: Pending): Conflict[] {
    const others = this.log.filter((entry) => entry.revision > change.base);
    return change.operations.flatMap((operation, index): Conflict[] => {
      if (operation.op !== "card.set") return [];
      return others.flatMap((entry) =>
        entry.operations.flatMap((theirs): Conflict[] => {
          const common = {
            operation: index,
            item_kind: "card" as const,
            item_id: operation.id,
            their_revision: entry.revision,
            their_actor_name: entry.by,
            base: null,
          };
          if (theirs.op === "card.remove" && theirs.id === operation.id) {
            return [{ ...common, kind: "removed", field: null, yours: operation.set, theirs: null }];
          }
          if (theirs.op !== "card.set" || theirs.id !== operation.id) return [];
          const fields = Object.keys(operation.set).filter((field) => field in theirs.set) as "text"[];
          return fields.map((field) => ({
            ...common,
            kind: "edited" as const,
            field,
            yours: operation.set[field],
            theirs: theirs.set[field],
          }));
        }),
      );
    });
  }
}

export class MemoryStore implements PendingStore {
  readonly kept = new Map<string, Pending>();

  load(mapId: string): Promise<readonly Pending[]> {
    return Promise.resolve([...this.kept.values()].filter((pending) => pending.mapId === mapId));
  }

  put(pending: Pending): Promise<void> {
    this.kept.set(pending.key, pending);
    return Promise.resolve();
  }

  remove(pending: Pending): Promise<void> {
    this.kept.delete(pending.key);
    return Promise.resolve();
  }
}
