/** Names of nodes: `conv1`, `conv2`, … */
import { INPUT } from "./graph";

/** What the backend accepts as a node's id. */
export const ID_PATTERN = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** The first free name that begins with `prefix`: prefix1, prefix2, … */
export function freshId(prefix: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  for (let number = 1; ; number += 1) {
    const id = `${prefix}${number}`;
    if (!used.has(id)) return id;
  }
}

/** Why `id` cannot name a node beside `others`; null where it can. */
export function idProblem(id: string, others: Iterable<string>): string | null {
  if (id === "") return "A layer needs a name.";
  if (id === INPUT) return `"${INPUT}" names the data; choose another name.`;
  if (!ID_PATTERN.test(id)) {
    return "Letters, digits and _ only, beginning with a letter, at most 64 characters.";
  }
  if (new Set(others).has(id)) return `Another layer is called "${id}".`;
  return null;
}
