/** Which optimizers descend which surface, from where; and how far the picture has come. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Component } from "@/contracts";

/** An optimizer that may descend. */
export interface Entrant {
  readonly isOn: boolean;
  readonly optimizer: Component;
  readonly schedule: Component;
}

export interface DescentsState {
  readonly isOpen: boolean;
  readonly surface: string;
  readonly start: readonly [number, number];
  readonly steps: number;
  /** By kind, in the catalog's order: each kind once. */
  readonly entrants: Readonly<Record<string, Entrant>>;
  /** Steps of each way that are in view. */
  readonly shown: number;
  readonly isPlaying: boolean;
}

export const MOST_STEPS = 1000;

export const descentStore = createStore<DescentsState>()(() => ({
  isOpen: false,
  surface: "quadratic",
  start: [0, 0],
  steps: 50,
  entrants: {},
  shown: 50,
  isPlaying: false,
}));

export function useDescents<Chosen>(selector: (state: DescentsState) => Chosen): Chosen {
  return useStore(descentStore, selector);
}
