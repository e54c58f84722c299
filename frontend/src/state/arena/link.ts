/** The arena in the address: the base and what each variant changes of it; what came as a whole spec is kept whole. */
import type { Catalog, RunSpec } from "@/contracts";
import { BrokenLink, looksLikeSpec, pack, unpack } from "../document/url";
import type { ArenaState, Variant } from "./arenaStore";
import { makeVariant } from "./arenaStore";
import { applyChanges, type Change, isChange } from "./changes";
import { MOST_BY_HAND } from "./sets";

/** More than any set has; a link with more is not ours. */
const MOST_VARIANTS = 16;

interface WrittenVariant {
  title?: string;
  changes?: readonly Change[];
  spec?: RunSpec;
}

interface Written {
  base: RunSpec;
  perGroup: number;
  variants: WrittenVariant[];
}

export type ArenaContent = Pick<ArenaState, "base" | "variants" | "perGroup">;

function writeVariant({ title, changes, spec }: Variant): WrittenVariant {
  return title === null ? { changes } : { title, changes, spec };
}

/** Null where there is nothing to write. */
export async function encodeArena({
  base,
  variants,
  perGroup,
}: ArenaContent): Promise<string | null> {
  if (base === null || variants.length === 0) return null;
  return pack({ base, perGroup, variants: variants.map(writeVariant) } satisfies Written);
}

function broken(): BrokenLink {
  return new BrokenLink("The arena in this link is cut off or altered.");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readVariant(read: unknown, base: RunSpec, catalog: Catalog): Variant {
  if (!isRecord(read)) throw broken();
  const { title, changes, spec } = read;
  if (!Array.isArray(changes) || !changes.every(isChange)) throw broken();
  if (title === undefined) return makeVariant(applyChanges(base, changes, catalog), changes);
  if (typeof title !== "string" || !looksLikeSpec(spec)) throw broken();
  return makeVariant(spec, changes, title.slice(0, 200));
}

/** Reads what `encodeArena` wrote; throws `BrokenLink` where it is no arena. */
export async function decodeArena(text: string, catalog: Catalog): Promise<ArenaContent> {
  const read = await unpack(text);
  if (!isRecord(read) || !looksLikeSpec(read.base) || !Array.isArray(read.variants)) {
    throw broken();
  }
  const { base, variants, perGroup } = read;
  if (variants.length === 0 || variants.length > MOST_VARIANTS) throw broken();
  return {
    base,
    perGroup: typeof perGroup === "number" && perGroup >= 1 ? Math.floor(perGroup) : MOST_BY_HAND,
    variants: variants.map((variant) => readVariant(variant, base, catalog)),
  };
}
