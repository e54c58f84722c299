/** The moves of a person through a step: to another place, another sample, another cell. */
import {
  type GlassState,
  glassStore,
  nothingPicked,
  type Pick,
  pickAt,
  placeAt,
  trainedNodes,
} from "./glassStore";
import { runStore } from "../telemetry/runStore";
import { findPlace, nodeOf, placeKey } from "./places";

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

/** To the place with that number. */
export function goTo(at: number): void {
  glassStore.setState((state) => {
    const to = clamp(at, state.places.length - 1);
    const node = nodeOf(state.places[to] ?? placeAt(state));
    const { run } = runStore.getState();
    // The update is shown of the layer that was looked at last, where it has one.
    const follows = node !== null && run !== null && trainedNodes(run).includes(node);
    return { at: to, ...(follows ? { updated: node } : {}) };
  });
}

/** One place on, or back. */
export function move(by: number): void {
  goTo(glassStore.getState().at + by);
}

export function goToEnd(): void {
  goTo(glassStore.getState().places.length - 1);
}

/** To a layer, on the way that one is on; forward, where one is on neither. */
export function goToNode(node: string): void {
  const state = glassStore.getState();
  const way = placeAt(state).pass === "backward" ? "backward" : "forward";
  goTo(findPlace(state.places, `${way}:${node}`));
}

export function showSample(sample: number): void {
  glassStore.setState((state) => ({
    sample: clamp(sample, state.samples - 1),
    // What stands out in one sample does not in another.
    picks: Object.fromEntries(
      Object.entries(state.picks).map(([key, pick]) => [key, { ...pick, hovered: null }]),
    ),
  }));
}

export function showUpdateOf(node: string): void {
  glassStore.setState((state) => ({
    updated: node,
    picks: { ...state.picks, update: nothingPicked },
  }));
}

function change(made: (pick: Pick) => Partial<Pick>): void {
  glassStore.setState((state: GlassState) => {
    const key = placeKey(placeAt(state));
    const pick = pickAt(state);
    return { picks: { ...state.picks, [key]: { ...pick, ...made(pick) } } };
  });
}

/** Looks at a cell for as long as the pointer is over it. */
export function hover(cell: number | null): void {
  if (pickAt(glassStore.getState()).hovered !== cell) change(() => ({ hovered: cell }));
}

/** Keeps a cell. */
export function pin(cell: number): void {
  change(() => ({ pinned: cell, hovered: null }));
}

/** Looks at another tensor of the place: an input or a parameter. */
export function aimAt(aim: string): void {
  change((pick) => (pick.aim === aim ? {} : { aim, pinned: null, hovered: null }));
}

export function showChannel(channel: number): void {
  change(() => ({ channel }));
}

/** Lets go of the cell that was kept; returns whether there was one. */
export function unpin(): boolean {
  const { pinned } = pickAt(glassStore.getState());
  if (pinned === null) return false;
  change(() => ({ pinned: null, hovered: null }));
  return true;
}
