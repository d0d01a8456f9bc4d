/** What can be undone: states one after another, with the one that shows now. */
export type History<State> = {
  past: readonly State[];
  present: State;
  future: readonly State[];
  /** What the last edit was about: another one about the same, e.g. typing in one field, is one step with it. */
  about: string | null;
};

const mostSteps = 200;

export const begin = <State>(present: State): History<State> => ({ past: [], present, future: [], about: null });

export function commit<State>(history: History<State>, next: State, about: string | null = null): History<State> {
  if (next === history.present) return history;
  const continues = about !== null && about === history.about && history.future.length === 0;
  return {
    past: continues ? history.past : [...history.past, history.present].slice(-mostSteps),
    present: next,
    future: [],
    about,
  };
}

export function undo<State>(history: History<State>): History<State> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future], about: null };
}

export function redo<State>(history: History<State>): History<State> {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future: rest, about: null };
}
