/** What is in the arena: a network and its variants, whether it is open, and what of it is looked at. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { RunSpec } from "@/contracts";
import type { Change } from "./changes";
import { MOST_BY_HAND } from "./sets";
import { VariantRun } from "./variantRun";

export interface Variant {
  /** Never given twice. */
  readonly id: string;
  /** The name under which it came as a whole spec; null where it was made of the base. */
  readonly title: string | null;
  /** What was changed of the base, or of the spec that came; it is named after these. */
  readonly changes: readonly Change[];
  readonly spec: RunSpec;
  /** Its run, and what was measured of it; asleep while the arena is closed. */
  readonly run: VariantRun;
}

export interface ArenaState {
  readonly isOpen: boolean;
  /** What the variants were made of. */
  readonly base: RunSpec | null;
  /** The document when the arena was opened: as long as it is the same, so are the variants. */
  readonly document: RunSpec | null;
  readonly variants: readonly Variant[];
  /** After so many variants the colours begin again, with another dash. */
  readonly perGroup: number;
  /** Which measurement the grid of histograms shows. */
  readonly moment: "start" | "now";
}

export const arenaStore = createStore<ArenaState>()(() => ({
  isOpen: false,
  base: null,
  document: null,
  variants: [],
  perGroup: MOST_BY_HAND,
  moment: "start",
}));

export function useArena<Chosen>(selector: (state: ArenaState) => Chosen): Chosen {
  return useStore(arenaStore, selector);
}

let made = 0;

export function makeVariant(
  spec: RunSpec,
  changes: readonly Change[],
  title: string | null = null,
): Variant {
  made += 1;
  const others = (): number => Math.max(0, arenaStore.getState().variants.length - 1);
  return { id: `v${made}`, title, changes, spec, run: new VariantRun(spec, others) };
}
