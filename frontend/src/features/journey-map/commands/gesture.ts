import { v4 as uuid } from "uuid";

/** A key for edits that belong together: one gesture is one step of undo. */
export function newGesture(name: string): string {
  return `${name}:${uuid()}`;
}
