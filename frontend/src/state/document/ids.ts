/** Names of nodes: `conv1`, `conv2`, … */
import type { Phrase } from "@/words";
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
export function idProblem(id: string, others: Iterable<string>): Phrase | null {
  if (id === "") return { key: "document:name.missing" };
  if (id === INPUT) return { key: "document:name.reserved", figures: { name: INPUT } };
  if (!ID_PATTERN.test(id)) return { key: "document:name.letters" };
  if (new Set(others).has(id)) return { key: "document:name.taken", figures: { name: id } };
  return null;
}
