/**
 * One step of the run under the glass: where one stands in it, what was chosen there, and the tensors that came.
 *
 * A step is looked at once and then held by the run's worker; tensors of further layers are fetched when one
 * gets there. While the run trains on, the step stays; a run that holds is looked at again at each of its steps.
 */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Run, Source, SourceFamily } from "@/contracts";
import { ApiError, getSource } from "@/transport/rest";
import { type BackwardNode, type ForwardNode, getTrace, type Trace } from "@/transport/trace";
import type { Trouble } from "@/words";
import { catalogStore, checkStore, layerEntry } from "../document";
import { runStore } from "../telemetry/runStore";
import { troubleOf } from "../trouble";
import { findPlace, nodeOf, type Place, placeKey, placesOf } from "./places";

/** What is looked at in one place. Indices are flat, inside one sample or parameter. */
export interface Pick {
  /** The cell that a person chose; null for the one that stands out by itself. */
  readonly pinned: number | null;
  /** The cell under the pointer. */
  readonly hovered: number | null;
  /** Which input, or which parameter, the cell belongs to where there are several. */
  readonly aim: string;
  /** The channel of the input that is shown; null for the first that takes part. */
  readonly channel: number | null;
}

export const nothingPicked: Pick = { pinned: null, hovered: null, aim: "", channel: null };

export interface TracedNode {
  readonly forward: ForwardNode;
  readonly backward: BackwardNode;
}

export interface GlassState {
  readonly runId: string | null;
  /** What belongs to no layer: the step's number, its loss, its data. */
  readonly trace: Trace | null;
  readonly nodes: ReadonlyMap<string, TracedNode>;
  /** Layers of which even one sample is more than the server sends. */
  readonly tooLarge: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly places: readonly Place[];
  readonly at: number;
  readonly sample: number;
  /** How many samples can be looked at. */
  readonly samples: number;
  readonly picks: Readonly<Record<string, Pick>>;
  /** The layer whose update is shown. */
  readonly updated: string | null;
  readonly isLooking: boolean;
  readonly problem: Trouble | null;
}

const first: Place = { pass: "data" };

const closed: GlassState = {
  runId: null,
  trace: null,
  nodes: new Map(),
  tooLarge: new Set(),
  sources: new Map(),
  places: [first],
  at: 0,
  sample: 0,
  samples: 1,
  picks: {},
  updated: null,
  isLooking: false,
  problem: null,
};

export const glassStore = createStore<GlassState>()(() => closed);

export function useGlass<Chosen>(selector: (state: GlassState) => Chosen): Chosen {
  return useStore(glassStore, selector);
}

export function placeAt({ places, at }: GlassState): Place {
  return places[at] ?? first;
}

export function pickAt(state: GlassState): Pick {
  return state.picks[placeKey(placeAt(state))] ?? nothingPicked;
}

/** Numbers that the worker is asked to hold of a step's activations and their derivatives. */
const HELD_VALUES = 4_000_000;
const MOST_SAMPLES = 128;

/** As many samples as can be held: all of a small network's batch, one of a large network's. */
export function samplesToHold(batch: number, perSample: number): number {
  const held = Math.floor(HELD_VALUES / Math.max(1, 2 * perSample));
  return Math.max(1, Math.min(batch, held, MOST_SAMPLES));
}

function valuesPerSample(): number {
  const { result } = checkStore.getState();
  return (result?.nodes ?? []).reduce(
    (sum, { output_shape }) => sum + output_shape.reduce((product, size) => product * size, 1),
    0,
  );
}

/** Layers that have something to update, as the run has them. */
export function trainedNodes(run: Run): string[] {
  const { catalog } = catalogStore.getState();
  return run.spec.network.nodes
    .filter(({ kind }) => layerEntry(catalog, kind)?.trains ?? true)
    .map(({ id }) => id);
}

/** The tensors that a place shows: its own layer's, and on the way back those of the layers before it. */
export function neededNodes(place: Place, run: Run, updated: string | null): string[] {
  const { nodes } = run.spec.network;
  const names = nodes.map(({ id }) => id);
  if (place.pass === "forward") return [nodeOf(place) ?? ""];
  if (place.pass === "backward") {
    const position = nodes.findIndex(({ id }) => id === nodeOf(place));
    const inputs = nodes[position]?.inputs ?? [names[position - 1] ?? ""];
    return [nodeOf(place) ?? "", ...inputs.filter((id) => names.includes(id))];
  }
  if (place.pass === "loss") return names.slice(-1);
  if (place.pass === "update") return updated === null ? [] : [updated];
  return [];
}

let act = 0;
const underWay = new Set<string>();

/** A run whose worker can answer. */
export function canAnswer(run: Run | null): run is Run {
  return (
    run !== null &&
    (run.state === "running" ||
      run.state === "paused" ||
      run.state === "finished" ||
      run.state === "diverged")
  );
}

/** Takes a new look at the run's next step, and stays in the same place. */
export async function look(): Promise<void> {
  const { run } = runStore.getState();
  if (!canAnswer(run)) return;
  act += 1;
  const mine = act;
  underWay.clear();
  const before = glassStore.getState();
  const key = placeKey(placeAt(before));
  const places = placesOf(run.spec.network.nodes.map(({ id }) => id));
  const at = findPlace(places, key);
  const trained = trainedNodes(run);
  const updated = trained.includes(before.updated ?? "") ? before.updated : (trained[0] ?? null);
  glassStore.setState({ isLooking: true, places, at, updated });
  const samples = samplesToHold(run.spec.batch_size ?? 1, valuesPerSample());
  try {
    const trace = await getTrace(run.id, { samples, nodes: [] });
    if (mine !== act) return;
    glassStore.setState(({ sample }) => ({
      runId: run.id,
      trace,
      nodes: new Map(),
      tooLarge: new Set(),
      sample: Math.min(sample, trace.samples - 1),
      samples: trace.samples,
      isLooking: false,
      problem: null,
    }));
  } catch (failure) {
    if (mine === act) complain(failure);
  }
}

/** Fetches the tensors of a layer, of the step that is held; one by one, since one may be too large. */
async function fetchNode(name: string): Promise<void> {
  const { trace, runId } = glassStore.getState();
  if (trace === null || runId === null) return;
  const mine = act;
  underWay.add(name);
  try {
    const found = await fetchWithin(runId, name, trace);
    if (mine !== act) return;
    glassStore.setState((state) => {
      const nodes = new Map(state.nodes);
      for (const forward of found.forward) {
        const backward = found.backward.find(({ node }) => node === forward.node);
        if (backward !== undefined) nodes.set(forward.node, { forward, backward });
      }
      // A layer that is too large for all samples shows the first few, and the sample looked at is one of them.
      const samples = Math.min(state.samples, found.samples);
      return { nodes, samples, sample: Math.min(state.sample, samples - 1), problem: null };
    });
  } catch (failure) {
    if (mine !== act) return;
    if (isTooLarge(failure)) {
      glassStore.setState(({ tooLarge }) => ({ tooLarge: new Set(tooLarge).add(name) }));
    } else {
      complain(failure);
    }
  } finally {
    if (mine === act) underWay.delete(name);
  }
}

function isTooLarge(failure: unknown): boolean {
  return failure instanceof ApiError && failure.code === "trace_too_large";
}

/** Of a layer that is too large for all samples, the first few; then the first alone. */
async function fetchWithin(runId: string, name: string, trace: Trace): Promise<Trace> {
  const tries = [trace.samples, Math.min(trace.samples, 8), 1].filter(
    (samples, index, all) => all.indexOf(samples) === index,
  );
  for (const samples of tries.slice(0, -1)) {
    try {
      return await getTrace(runId, { samples, nodes: [name], step: trace.step });
    } catch (failure) {
      if (!isTooLarge(failure)) throw failure;
    }
  }
  return getTrace(runId, { samples: tries.at(-1) ?? 1, nodes: [name], step: trace.step });
}

function complain(failure: unknown): void {
  glassStore.setState({ isLooking: false, problem: troubleOf(failure) });
}

/** Fetches the source of a kind, once: it does not change while the server runs. */
export async function fetchSource(family: SourceFamily, kind: string): Promise<void> {
  const key = `${family}/${kind}`;
  if (glassStore.getState().sources.has(key) || underWay.has(key)) return;
  underWay.add(key);
  try {
    const source = await getSource(family, kind);
    glassStore.setState((state) => ({ sources: new Map(state.sources).set(key, source) }));
  } catch (failure) {
    complain(failure);
  } finally {
    underWay.delete(key);
  }
}

/** Whether what is held is not the step that the run makes next, and can be exchanged without a loss. */
function isBehind(state: GlassState, run: Run): boolean {
  const { trace, runId } = state;
  if (trace === null || runId !== run.id || trace.generation !== run.generation) return true;
  return run.state !== "running" && trace.step !== run.step + 1;
}

/** Keeps what is shown in step with the run, until the returned function is called. */
export function startLooking(): () => void {
  /** The state of the run at which a look failed: it is not tried again by itself. */
  let failedAt = "";

  function follow(): void {
    const { run } = runStore.getState();
    const state = glassStore.getState();
    if (!canAnswer(run)) return;
    const now = `${run.id} ${run.generation} ${run.state} ${run.step}`;
    if (state.problem !== null && state.trace === null && failedAt === "") failedAt = now;
    if (state.isLooking || (state.problem !== null && failedAt === now)) return;
    if (isBehind(state, run)) {
      failedAt = now;
      void look();
      return;
    }
    if (state.problem !== null) return;
    const missing = neededNodes(placeAt(state), run, state.updated).filter(
      (name) => !state.nodes.has(name) && !state.tooLarge.has(name) && !underWay.has(name),
    );
    for (const name of missing) void fetchNode(name);
  }

  const ends = [runStore.subscribe(follow), glassStore.subscribe(follow)];
  follow();
  return () => {
    for (const end of ends) end();
  };
}
