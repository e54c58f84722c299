/** The document that a person edits: one `RunSpec`, what is selected in it, and its history. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Component, DataSpec, NetworkNode, RunSpec } from "@/contracts";
import { INPUT } from "./graph";
import { advance, amend, begin, redo, undo, type History } from "./history";

/** The card after the last layer: what the output is compared with. Not a legal node id, on purpose. */
export const OUTPUT = "(loss)";

/** Edits under one key that follow each other within this time are one act for undo. */
const SAME_ACT_MS = 1000;

const NOTHING: RunSpec = {
  network: { nodes: [] },
  data: { dataset: "digits" },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "adam" },
};

export interface DocumentState {
  history: History<RunSpec>;
  /** Node ids, `"input"` or `OUTPUT`; empty when the run itself is looked at. */
  selection: readonly string[];
  /** Whether a document was loaded; before, there is nothing to show or to check. */
  loaded: boolean;
  /** How often another document took the place of the one before. */
  opening: number;
}

export const documentStore = createStore<DocumentState>()(() => ({
  history: begin(NOTHING),
  selection: [],
  loaded: false,
  opening: 0,
}));

export function useDocument<Chosen>(selector: (state: DocumentState) => Chosen): Chosen {
  return useStore(documentStore, selector);
}

export const specOf = (state: DocumentState): RunSpec => state.history.present;

export function useSpec<Chosen>(selector: (spec: RunSpec) => Chosen): Chosen {
  return useDocument((state) => selector(specOf(state)));
}

let lastAct = { key: "", at: 0 };

/** Makes `spec` the present: one act. Edits with one non-empty `key` in quick succession are undone together. */
export function commit(spec: RunSpec, key = ""): void {
  const state = documentStore.getState();
  const now = Date.now();
  const sameAct = key !== "" && key === lastAct.key && now - lastAct.at < SAME_ACT_MS;
  lastAct = { key, at: now };
  documentStore.setState({
    history: sameAct ? amend(state.history, spec) : advance(state.history, spec),
  });
}

export function present(): RunSpec {
  return specOf(documentStore.getState());
}

/** Makes these the network's nodes; where they are what they were, nothing is done that could be undone. */
export function commitNodes(nodes: NetworkNode[], key = ""): void {
  const spec = present();
  if (JSON.stringify(nodes) === JSON.stringify(spec.network.nodes)) return;
  commit({ ...spec, network: { ...spec.network, nodes } }, key);
}

export function select(...selection: string[]): void {
  documentStore.setState({ selection });
}

/** Starts over with this document: what a link, a preset at first sight or a run brings. */
export function open(spec: RunSpec): void {
  lastAct = { key: "", at: 0 };
  documentStore.setState((state) => ({
    history: begin(spec),
    selection: [],
    loaded: true,
    opening: state.opening + 1,
  }));
}

/** Exchanges the whole document, as one act that can be undone. */
export function loadPreset(spec: RunSpec): void {
  commit(spec);
  documentStore.setState((state) => ({ selection: [], opening: state.opening + 1 }));
}

export function setData(change: Partial<DataSpec>): void {
  const spec = present();
  commit({ ...spec, data: { ...spec.data, ...change } }, `data.${Object.keys(change).join()}`);
}

export function setComponent(part: "loss" | "optimizer" | "schedule", value: Component): void {
  commit({ ...present(), [part]: value }, part);
}

/** Settings of the run itself. */
export type RunSettings = Pick<
  RunSpec,
  "name" | "seed" | "engine" | "device" | "batch_size" | "epochs" | "early_stopping" | "probes"
>;

export function setRunSettings(change: Partial<RunSettings>): void {
  commit({ ...present(), ...change }, `run.${Object.keys(change).join()}`);
}

/** Gives the run its name in another language: no edit, and nothing to undo. */
export function retitle(name: string): void {
  documentStore.setState(({ history }) => ({
    history: { ...history, present: { ...history.present, name } },
  }));
}

/** Steps through the history; what is selected stays so where it is still there. */
function step(move: (history: History<RunSpec>) => History<RunSpec>): void {
  lastAct = { key: "", at: 0 };
  documentStore.setState((state) => {
    const history = move(state.history);
    const known = new Set([INPUT, OUTPUT, ...history.present.network.nodes.map((node) => node.id)]);
    return { history, selection: state.selection.filter((id) => known.has(id)) };
  });
}

export function undoEdit(): void {
  step(undo);
}

export function redoEdit(): void {
  step(redo);
}
