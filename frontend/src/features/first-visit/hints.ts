/** Which hint a first visitor is shown: each leads to the next as soon as a person has done what it says. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { catalogStore, documentStore, INPUT, OUTPUT, specOf } from "@/state/document";
import { runStore } from "@/state/telemetry/runStore";

export const HINTS = ["play", "look", "change", "boundary"] as const;
export type Hint = (typeof HINTS)[number];

const KEY = "neurarium.hints.v1";
const SEEN = "seen";

interface HintState {
  /** The hint that is shown; null once all were followed or a person wants no more. */
  current: Hint | null;
}

function wanted(): boolean {
  try {
    return localStorage.getItem(KEY) !== SEEN;
  } catch {
    return false; // Without storage they would come back on every visit.
  }
}

function remember(): void {
  try {
    localStorage.setItem(KEY, SEEN);
  } catch {
    // `wanted` says no in that case.
  }
}

export const hintStore = createStore<HintState>()(() => ({
  current: wanted() ? HINTS[0] : null,
}));

export function useHint(): Hint | null {
  return useStore(hintStore, (state) => state.current);
}

export function nextHint(): void {
  const { current } = hintStore.getState();
  if (current === null) return;
  const following = HINTS[HINTS.indexOf(current) + 1] ?? null;
  if (following === null) remember();
  hintStore.setState({ current: following });
}

/** No more hints, on this visit and later ones. */
export function dismissHints(): void {
  remember();
  hintStore.setState({ current: null });
}

const TRAINING = new Set(["running", "finished"]);

function trains(): boolean {
  return TRAINING.has(runStore.getState().run?.state ?? "");
}

/** Whether points of the plane are trained on, whose decision surface can be drawn. */
function trainsOnPlane(): boolean {
  const name = runStore.getState().run?.spec.data.dataset;
  const shape = catalogStore
    .getState()
    .catalog?.datasets.find((one) => one.kind === name)?.input_shape;
  return trains() && shape?.length === 1 && shape[0] === 2;
}

function looksAtLayer(): boolean {
  const { selection } = documentStore.getState();
  return selection.some((id) => id !== INPUT && id !== OUTPUT);
}

/** Moves on when what the shown hint asks for was done. Returns the end of it. */
export function followHints(): () => void {
  let before = specOf(documentStore.getState());

  function check(): void {
    const spec = specOf(documentStore.getState());
    const edited = spec !== before && documentStore.getState().history.past.length > 0;
    before = spec;
    const followed: Record<Hint, () => boolean> = {
      play: trains,
      look: looksAtLayer,
      change: () => edited,
      boundary: trainsOnPlane,
    };
    const { current } = hintStore.getState();
    if (current !== null && followed[current]()) nextHint();
  }

  const ends = [documentStore.subscribe(check), runStore.subscribe(check)];
  return () => {
    for (const end of ends) end();
  };
}
