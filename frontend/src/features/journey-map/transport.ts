import { createStore, del, entries, set } from "idb-keyval";
import { Problem, Unreachable } from "@/api/http";
import { listChangesAfter, postChange } from "@/api/map-document";
import { markUnsent } from "./unsent";
import type { Change as WireChange, NewChange } from "@/api/map-document";
import type { Conflict } from "./model/conflicts";
import type { Operation } from "./model/operations";
import type { Change, Pending, PendingStore, Sent, Transport } from "./model/exchange";

/** Answers that say "not now": the change waits and is sent again. */
const LATER = new Set([401, 408, 429, 500, 502, 503, 504]);

function judge(error: unknown): Sent {
  if (error instanceof Unreachable) return { kind: "unreachable" };
  if (!(error instanceof Problem)) throw error;
  if (error.code === "edit_conflict") return { kind: "conflict", conflicts: error.body.conflicts as Conflict[] };
  if (LATER.has(error.status) || error.code === "idempotency_in_flight") return { kind: "unreachable" };
  return { kind: "rejected", reason: error.errors[0]?.detail ?? error.message };
}

type WireOperation = NewChange["operations"][number];

/** The server numbers revisions itself. */
function toWire(operation: Operation): WireOperation {
  if (!("item" in operation)) return operation as WireOperation;
  const fields = Object.entries(operation.item).filter(([field]) => field !== "revision");
  return { ...operation, item: Object.fromEntries(fields) } as WireOperation;
}

function toChange({ revision, operations }: WireChange): Change {
  return { revision, operations: operations as readonly Operation[] };
}

/** Sends changes of one map to the API. */
export function apiTransport(mapId: string): Transport {
  return {
    async send(change: Pending): Promise<Sent> {
      try {
        const body = { base_revision: change.base, operations: change.operations.map(toWire) };
        return { kind: "accepted", change: toChange(await postChange(mapId, body, change.key)) };
      } catch (error) {
        return judge(error);
      }
    },
    async changesAfter(revision: number): Promise<readonly Change[] | null> {
      try {
        return (await listChangesAfter(mapId, revision)).map(toChange);
      } catch (error) {
        if (error instanceof Unreachable || error instanceof Problem) return null;
        throw error;
      }
    },
  };
}

/** Unsent changes in IndexedDB, one record each, so that two windows cannot overwrite each other's. */
export function browserStore(): PendingStore {
  const database = createStore("waymark-unsent", "changes");
  const load = async (mapId: string) => {
    const kept = await entries<string, Pending>(database);
    return kept.map(([, pending]) => pending).filter((pending) => pending.mapId === mapId);
  };
  return {
    load,
    async put(pending) {
      markUnsent(pending.mapId, true);
      await set(pending.key, pending, database);
    },
    async remove({ key, mapId }) {
      await del(key, database);
      const left = await load(mapId);
      if (left.length === 0) markUnsent(mapId, false);
    },
  };
}
