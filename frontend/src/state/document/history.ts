/** Undo and redo as a value: what came before, what is, what was undone. */

export interface History<Value> {
  past: readonly Value[];
  present: Value;
  future: readonly Value[];
}

export const HISTORY_LIMIT = 100;

export function begin<Value>(present: Value): History<Value> {
  return { past: [], present, future: [] };
}

/** A new present; the oldest past falls off beyond the limit, and nothing can be redone any more. */
export function advance<Value>(
  history: History<Value>,
  present: Value,
  limit = HISTORY_LIMIT,
): History<Value> {
  return { past: [...history.past, history.present].slice(-limit), present, future: [] };
}

/** A new present that belongs to the same act as the old one (the next figure of a number). */
export function amend<Value>(history: History<Value>, present: Value): History<Value> {
  return { ...history, present, future: [] };
}

export function undo<Value>(history: History<Value>): History<Value> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
  };
}

export function redo<Value>(history: History<Value>): History<Value> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
