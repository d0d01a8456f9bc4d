import { EMPTY_HISTORY, forgetLast, record, redo, seal, undo } from "./model/history";
import { Sync } from "./model/sync";
import { apiTransport, browserStore } from "./transport";
import type { Editor } from "./editor";
import type { History } from "./model/history";
import type { Operation } from "./model/operations";

/** The writing half of an open map: what the person changes, how it reaches the server, and how it is undone. */
export class Writer {
  readonly sync: Sync;
  private history: History = EMPTY_HISTORY;

  constructor(private readonly editor: Editor) {
    const { doc } = editor.structure;
    this.sync = new Sync(doc, apiTransport(doc.id), browserStore());
  }

  /** Applies an edit at once. Edits of one gesture are one step of undo. */
  edit(operations: readonly Operation[], gesture: string | null): void {
    const { inverse } = this.sync.edit(operations, gesture);
    this.setHistory(record(this.history, { gesture, forward: operations, inverse }));
  }

  undo(): void {
    this.turn(undo(this.history, this.sync.state.doc));
  }

  redo(): void {
    this.turn(redo(this.history, this.sync.state.doc));
  }

  endGesture(): void {
    this.setHistory(seal(this.history));
    this.sync.flush();
  }

  cancelGesture(gesture: string): void {
    const last = this.history.past.at(-1);
    if (last?.gesture !== gesture) return;
    this.sync.edit(last.inverse, gesture);
    this.setHistory(forgetLast(this.history));
    this.sync.flush();
  }

  private turn(turn: ReturnType<typeof undo>): void {
    if (turn === null) return;
    if (turn.operations.length > 0) this.sync.edit(turn.operations);
    this.setHistory(turn.history);
  }

  private setHistory(history: History): void {
    if (history === this.history) return;
    this.history = history;
    this.editor.publish({ canUndo: history.past.length > 0, canRedo: history.future.length > 0 });
  }
}
