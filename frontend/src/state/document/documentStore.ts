/** The document that a person edits: one `RunSpec`, what is selected in it, and its history. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Catalog, Component, DataSpec, NetworkNode, RunSpec } from "@/contracts";
import { catalogStore, layerEntry } from "./catalogStore";
import * as edits from "./edits";
import { INPUT } from "./graph";
import { advance, amend, begin, redo, undo, type History } from "./history";
import { freshId } from "./ids";

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
}

export const documentStore = createStore<DocumentState>()(() => ({
  history: begin(NOTHING),
  selection: [],
  loaded: false,
}));

export function useDocument<Chosen>(selector: (state: DocumentState) => Chosen): Chosen {
  return useStore(documentStore, selector);
}

export const specOf = (state: DocumentState): RunSpec => state.history.present;

export function useSpec<Chosen>(selector: (spec: RunSpec) => Chosen): Chosen {
  return useDocument((state) => selector(specOf(state)));
}

let lastAct = { key: "", at: 0 };

/** Makes `spec` the present. Edits with one non-empty `key` in quick succession are undone together. */
function commit(spec: RunSpec, key = ""): void {
  const state = documentStore.getState();
  const now = Date.now();
  const sameAct = key !== "" && key === lastAct.key && now - lastAct.at < SAME_ACT_MS;
  lastAct = { key, at: now };
  documentStore.setState({
    history: sameAct ? amend(state.history, spec) : advance(state.history, spec),
  });
}

function present(): RunSpec {
  return specOf(documentStore.getState());
}

function catalog(): Catalog | null {
  return catalogStore.getState().catalog;
}

function commitNodes(nodes: NetworkNode[], key = ""): void {
  const spec = present();
  commit({ ...spec, network: { ...spec.network, nodes } }, key);
}

function ids(): string[] {
  return present().network.nodes.map((node) => node.id);
}

const maximumInputs: edits.MaximumInputs = (kind) => {
  const entry = layerEntry(catalog(), kind);
  return entry === undefined ? 1 : entry.inputs.maximum;
};

/** A node of this kind with the settings that the catalog starts it with. */
function freshNode(kind: string): NetworkNode {
  const entry = layerEntry(catalog(), kind);
  if (entry === undefined) throw new Error(`The catalog has no layer "${kind}".`);
  return { id: freshId(entry.id_prefix, ids()), kind, ...startingSettings(entry) };
}

/**
 * Settings that must be given and have no default, as a person would first try them. They are
 * written into the document; whatever has a default stays unsaid until it is changed.
 */
export function startingSettings(entry: {
  required: readonly string[];
  schema: Record<string, unknown>;
}): Record<string, unknown> {
  const properties = (entry.schema.properties ?? {}) as Record<string, Record<string, unknown>>;
  return Object.fromEntries(
    entry.required.map((field) => {
      const schema = properties[field] ?? {};
      const examples = schema.examples as unknown[] | undefined;
      const choices = schema.enum as unknown[] | undefined;
      return [field, examples?.[0] ?? choices?.[0] ?? (field === "kernel_size" ? 3 : 16)];
    }),
  );
}

export function select(...selection: string[]): void {
  documentStore.setState({ selection });
}

/** Starts over with this document: what a link, a preset at first sight or a run brings. */
export function open(spec: RunSpec): void {
  lastAct = { key: "", at: 0 };
  documentStore.setState({ history: begin(spec), selection: [], loaded: true });
}

/** Exchanges the whole document, as one act that can be undone. */
export function loadPreset(spec: RunSpec): void {
  commit(spec);
  select();
}

/** The node that a click in the palette adds behind: the selected one, else the last. */
function currentNode(): string {
  const { selection } = documentStore.getState();
  const names = ids();
  const chosen = selection.findLast((id) => id === INPUT || names.includes(id));
  return chosen ?? names.at(-1) ?? INPUT;
}

export function addLayer(kind: string, after: string = currentNode()): string {
  const node = freshNode(kind);
  commitNodes(edits.insertAfter(present().network.nodes, node, after));
  select(node.id);
  return node.id;
}

/** Adds a layer on one connection; with target null, as a new end behind `source`. */
export function insertLayer(kind: string, source: string, target: string | null): string {
  const node = freshNode(kind);
  commitNodes(edits.insertBetween(present().network.nodes, node, source, target));
  select(node.id);
  return node.id;
}

export function removeNodes(...gone: string[]): void {
  const { nodes } = present().network;
  const left = edits.remove(nodes, gone, maximumInputs);
  if (left.length === nodes.length) return;
  commitNodes(left);
  select();
}

export function duplicateNode(id: string): void {
  const { nodes } = present().network;
  const kind = nodes.find((node) => node.id === id)?.kind ?? "";
  const copy = edits.duplicate(nodes, id, layerEntry(catalog(), kind)?.id_prefix ?? "layer");
  if (copy.id === null) return;
  commitNodes(copy.nodes);
  select(copy.id);
}

export function moveNodeUp(id: string): void {
  commitNodes(edits.moveUp(present().network.nodes, id));
}

export function moveNodeDown(id: string): void {
  commitNodes(edits.moveDown(present().network.nodes, id));
}

export function renameNode(from: string, to: string): void {
  if (from === to) return;
  commitNodes(edits.rename(present().network.nodes, from, to));
  select(to);
}

export function setNodeField(id: string, field: string, value: unknown): void {
  commitNodes(edits.setField(present().network.nodes, id, field, value), `${id}.${field}`);
}

export function connectNodes(source: string, target: string): void {
  commitNodes(edits.connect(present().network.nodes, source, target, maximumInputs));
}

export function disconnectNodes(source: string, target: string): void {
  commitNodes(edits.disconnect(present().network.nodes, source, target));
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

export function undoEdit(): void {
  documentStore.setState((state) => ({ history: undo(state.history), selection: [] }));
}

export function redoEdit(): void {
  documentStore.setState((state) => ({ history: redo(state.history), selection: [] }));
}
