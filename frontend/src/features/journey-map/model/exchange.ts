import type { Conflict } from "./conflicts";
import type { Operation } from "./operations";

/** A change of yours that the server has not confirmed yet. */
export interface Pending {
  /** Sent as Idempotency-Key: a retry can never apply twice. */
  readonly key: string;
  readonly mapId: string;
  /** The revision the edit was made on. */
  readonly base: number;
  readonly gesture: string | null;
  readonly operations: readonly Operation[];
  readonly createdAt: number;
}

/** A change as the server has applied it. */
export interface Change {
  readonly revision: number;
  readonly operations: readonly Operation[];
}

export type Sent =
  | { readonly kind: "accepted"; readonly change: Change }
  | { readonly kind: "conflict"; readonly conflicts: readonly Conflict[] }
  /** The server cannot be reached, or asks to come back later. */
  | { readonly kind: "unreachable" }
  /** The server will never take this change. */
  | { readonly kind: "rejected"; readonly reason: string };

export interface Transport {
  send(change: Pending): Promise<Sent>;
  /** Everybody's changes after a revision, oldest first; null when the server cannot be reached. */
  changesAfter(revision: number): Promise<readonly Change[] | null>;
}

/** Where unsent changes survive a reload. */
export interface PendingStore {
  load(mapId: string): Promise<readonly Pending[]>;
  put(pending: Pending): Promise<void>;
  remove(pending: Pending): Promise<void>;
}
