/** The view in the address: the surface, the start, and those who descend. */
import type { Catalog, Component } from "@/contracts";
import { BrokenLink, pack, unpack } from "../document/url";
import { type DescentsContent, firstContent } from "./content";
import { MOST_STEPS } from "./descentStore";

interface Written {
  surface: string;
  start: readonly [number, number];
  steps: number;
  descents: { optimizer: Component; schedule: Component }[];
}

export function encodeDescents({
  surface,
  start,
  steps,
  entrants,
}: DescentsContent): Promise<string> {
  const descents = Object.values(entrants)
    .filter(({ isOn }) => isOn)
    .map(({ optimizer, schedule }) => ({ optimizer, schedule }));
  return pack({ surface, start, steps, descents } satisfies Written);
}

function broken(): BrokenLink {
  return new BrokenLink("The descents in this link are cut off or altered.");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isComponent(value: unknown): value is Component {
  return isRecord(value) && typeof value.kind === "string";
}

/** Reads what `encodeDescents` wrote; throws `BrokenLink` where it did not. What the settings are is the server's to check. */
export async function decodeDescents(text: string, catalog: Catalog): Promise<DescentsContent> {
  const read = await unpack(text);
  const usual = firstContent(catalog);
  if (!isRecord(read) || usual === null || !Array.isArray(read.descents)) throw broken();
  const { surface, start, steps } = read;
  if (typeof surface !== "string" || catalog.surfaces.every(({ kind }) => kind !== surface)) {
    throw broken();
  }
  if (!Array.isArray(start) || start.length !== 2 || !start.every((one) => Number.isFinite(one))) {
    throw broken();
  }
  if (typeof steps !== "number" || !Number.isInteger(steps) || steps < 1 || steps > MOST_STEPS) {
    throw broken();
  }
  const entrants = Object.fromEntries(
    Object.entries(usual.entrants).map(([kind, entrant]) => [kind, { ...entrant, isOn: false }]),
  );
  for (const one of read.descents as unknown[]) {
    if (!isRecord(one) || !isComponent(one.optimizer) || !isComponent(one.schedule)) throw broken();
    if (!(one.optimizer.kind in entrants)) throw broken();
    const { optimizer, schedule } = one;
    entrants[optimizer.kind] = { isOn: true, optimizer, schedule };
  }
  return { surface, start: [Number(start[0]), Number(start[1])], steps, entrants };
}
