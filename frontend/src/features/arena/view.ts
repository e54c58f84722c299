/** How the arena is looked at, for as long as the page is open. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export interface ArenaView {
  readonly tab: "layers" | "outcomes";
  readonly subject: "both" | "training" | "validation";
  readonly isLogarithmic: boolean;
  /** Weight of the past in the curves, 0 to below 1. */
  readonly smoothing: number;
  readonly range: "shared" | "own";
  readonly layers: "activation" | "weights" | "all";
  /** The variant that is pointed at: its curves stand out. */
  readonly pointed: string | null;
}

export const arenaView = createStore<ArenaView>()(() => ({
  tab: "layers",
  subject: "both",
  // Variants differ by powers of ten where it matters.
  isLogarithmic: true,
  smoothing: 0.9,
  range: "shared",
  layers: "activation",
  pointed: null,
}));

export function useArenaView<Chosen>(selector: (state: ArenaView) => Chosen): Chosen {
  return useStore(arenaView, selector);
}
