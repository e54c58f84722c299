/** A JSON Patch (RFC 6902), as the mends of an error come: add, remove and replace. */
import type { Mend } from "@/contracts";

export type Change = Mend["changes"][number];

/**
 * The document with the changes made; the one that was given stays as it is.
 *
 * @throws Error where a change leads to what is not there: the mend is about another document.
 */
export function patched<Document>(document: Document, changes: readonly Change[]): Document {
  const result: unknown = structuredClone(document);
  for (const change of changes) apply(result, change);
  return result as Document;
}

function apply(document: unknown, { op, path, value }: Change): void {
  const way = path
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = way.pop();
  let owner = document;
  for (const part of way) owner = inside(owner, part, path);
  if (last === undefined) throw new Error(`Nothing can be changed at "${path}".`);
  if (Array.isArray(owner)) {
    const place = Number(last);
    const most = op === "add" ? owner.length : owner.length - 1;
    if (!Number.isInteger(place) || place < 0 || place > most) throw missing(path);
    owner.splice(place, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
    return;
  }
  if (typeof owner !== "object" || owner === null) throw missing(path);
  if (op !== "add" && !Object.hasOwn(owner, last)) throw missing(path);
  if (op === "remove") Reflect.deleteProperty(owner, last);
  // Defined and not assigned: a field called __proto__ is a field.
  else Object.defineProperty(owner, last, { value, ...ORDINARY });
}

const ORDINARY = { enumerable: true, writable: true, configurable: true };

function inside(owner: unknown, part: string, path: string): unknown {
  if (typeof owner !== "object" || owner === null || !Object.hasOwn(owner, part)) {
    throw missing(path);
  }
  return (owner as Record<string, unknown>)[part];
}

function missing(path: string): Error {
  return new Error(`There is nothing at "${path}".`);
}
