/**
 * How a variant differs from the network it was made of, and the spec that this makes.
 *
 * A change says what a person picked, not what became of the nodes: it is named after that, and can be
 * made to another network as well.
 */
import type { Catalog, Component, LayerEntry, NetworkNode, RunSpec } from "@/contracts";
import { layerEntry } from "../document/catalogStore";
import * as edits from "../document/edits";
import { compact, consumersOf, resolve } from "../document/graph";
import { freshId } from "../document/ids";

export type Change =
  | { readonly setting: "optimizer" | "schedule"; readonly value: Component }
  /** One of the optimizer's own settings, its learning rate among them; null sets no bound. */
  | {
      readonly setting: "optimizer_setting";
      readonly name: string;
      readonly value: number | boolean | null;
    }
  /** Of every layer that draws its weights. */
  | { readonly setting: "initializer"; readonly value: Component }
  /** Of every hidden layer. */
  | { readonly setting: "activation"; readonly value: string }
  /** Behind every hidden layer with weights, or nowhere. */
  | { readonly setting: "batch_norm"; readonly value: boolean }
  /** Of every dropout layer; where there is none, one comes behind every hidden activation. */
  | { readonly setting: "dropout"; readonly value: number }
  /** One setting of one layer. */
  | {
      readonly setting: "layer";
      readonly node: string;
      readonly field: string;
      readonly value: unknown;
    }
  | { readonly setting: "batch_size" | "seed"; readonly value: number }
  | { readonly setting: "engine"; readonly value: "scratch" | "torch" };

export type Setting = Change["setting"];

function withNodes(spec: RunSpec, nodes: NetworkNode[]): RunSpec {
  return { ...spec, network: { ...spec.network, nodes } };
}

function isHidden(nodes: readonly NetworkNode[], id: string): boolean {
  return consumersOf(resolve(nodes), id).length > 0;
}

/** The fields of a kind that say how weights are drawn. */
export function initializerFields(entry: LayerEntry | undefined): string[] {
  const properties = (entry?.schema.properties ?? {}) as Record<string, Record<string, unknown>>;
  return Object.entries(properties).flatMap(([name, schema]) =>
    schema["x-kind-of"] === "initializers" ? [name] : [],
  );
}

/** Activations between layers; a softmax or whatever the network ends in stays as it is. */
export function hiddenActivations(nodes: readonly NetworkNode[], catalog: Catalog): NetworkNode[] {
  return nodes.filter(
    ({ id, kind }) =>
      layerEntry(catalog, kind)?.family === "activation" &&
      kind !== "softmax" &&
      isHidden(nodes, id),
  );
}

/** Layers with weights that other layers follow. */
export function hiddenWeighted(nodes: readonly NetworkNode[], catalog: Catalog): NetworkNode[] {
  return nodes.filter(
    ({ id, kind }) => layerEntry(catalog, kind)?.family === "weights" && isHidden(nodes, id),
  );
}

function ids(nodes: readonly NetworkNode[]): string[] {
  return nodes.map(({ id }) => id);
}

function initialize(nodes: NetworkNode[], value: Component, catalog: Catalog): NetworkNode[] {
  return nodes.map((node) => {
    const fields = initializerFields(layerEntry(catalog, node.kind));
    return { ...node, ...Object.fromEntries(fields.map((field) => [field, value])) };
  });
}

/** A node of another kind is another node, so it gets that kind's name; activations have no weights to keep. */
function activate(nodes: NetworkNode[], kind: string, catalog: Catalog): NetworkNode[] {
  const prefix = layerEntry(catalog, kind)?.id_prefix ?? kind;
  let changed = nodes;
  for (const { id, kind: before } of hiddenActivations(nodes, catalog)) {
    if (before === kind) continue;
    const name = freshId(prefix, ids(changed));
    changed = edits
      .rename(changed, id, name)
      .map((node) =>
        node.id === name
          ? { id: name, kind, ...(node.inputs ? { inputs: node.inputs } : {}) }
          : node,
      );
  }
  return changed;
}

/** Every path from a place goes through what is put behind it: a skip past it would be another network. */
function insertBehind(
  nodes: NetworkNode[],
  places: readonly NetworkNode[],
  settings: { kind: string; [setting: string]: unknown },
  catalog: Catalog,
): NetworkNode[] {
  const prefix = layerEntry(catalog, settings.kind)?.id_prefix ?? settings.kind;
  let changed = nodes;
  for (const { id } of places) {
    const resolved = resolve(changed);
    if (consumersOf(resolved, id).some(({ kind }) => kind === settings.kind)) continue;
    const name = freshId(prefix, ids(changed));
    const rewired = resolved.map((node) => ({
      ...node,
      inputs: node.inputs.map((input) => (input === id ? name : input)),
    }));
    const place = resolved.findIndex((node) => node.id === id) + 1;
    const inserted = { id: name, ...settings, inputs: [id] };
    changed = compact([...rewired.slice(0, place), inserted, ...rewired.slice(place)]);
  }
  return changed;
}

function normalise(nodes: NetworkNode[], wanted: boolean, catalog: Catalog): NetworkNode[] {
  if (wanted)
    return insertBehind(nodes, hiddenWeighted(nodes, catalog), { kind: "batch_norm" }, catalog);
  const gone = nodes.filter(({ kind }) => kind === "batch_norm");
  return edits.remove(
    nodes,
    ids(gone),
    (kind) => layerEntry(catalog, kind)?.inputs.maximum ?? null,
  );
}

function drop(nodes: NetworkNode[], p: number, catalog: Catalog): NetworkNode[] {
  if (nodes.some(({ kind }) => kind === "dropout")) {
    return nodes.map((node) => (node.kind === "dropout" ? { ...node, p } : node));
  }
  return insertBehind(nodes, hiddenActivations(nodes, catalog), { kind: "dropout", p }, catalog);
}

/** The spec with one change made. */
export function applyChange(spec: RunSpec, change: Change, catalog: Catalog): RunSpec {
  const { nodes } = spec.network;
  switch (change.setting) {
    case "optimizer":
    case "schedule":
      return { ...spec, [change.setting]: change.value };
    case "optimizer_setting":
      return { ...spec, optimizer: { ...spec.optimizer, [change.name]: change.value } };
    case "initializer":
      return withNodes(spec, initialize(nodes, change.value, catalog));
    case "activation":
      return withNodes(spec, activate(nodes, change.value, catalog));
    case "batch_norm":
      return withNodes(spec, normalise(nodes, change.value, catalog));
    case "dropout":
      return withNodes(spec, drop(nodes, change.value, catalog));
    case "layer":
      return withNodes(spec, edits.setField(nodes, change.node, change.field, change.value));
    case "batch_size":
    case "seed":
      return { ...spec, [change.setting]: change.value };
    case "engine":
      // The device was chosen for the other engine.
      return { ...spec, engine: change.value, device: "auto" };
  }
}

/** The spec with all changes made, in their order. */
export function applyChanges(spec: RunSpec, changes: readonly Change[], catalog: Catalog): RunSpec {
  return changes.reduce((changed, change) => applyChange(changed, change, catalog), spec);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isComponent(value: unknown): boolean {
  return isRecord(value) && typeof value.kind === "string";
}

/** Whether something read from a link is a change. */
export function isChange(read: unknown): read is Change {
  if (!isRecord(read)) return false;
  const { value } = read;
  switch (read.setting) {
    case "optimizer":
    case "schedule":
    case "initializer":
      return isComponent(value);
    case "optimizer_setting":
      return (
        typeof read.name === "string" &&
        (value === null || typeof value === "number" || typeof value === "boolean")
      );
    case "activation":
      return typeof value === "string";
    case "batch_norm":
      return typeof value === "boolean";
    case "dropout":
    case "batch_size":
    case "seed":
      return typeof value === "number";
    case "layer":
      return typeof read.node === "string" && typeof read.field === "string" && "value" in read;
    case "engine":
      return value === "scratch" || value === "torch";
    default:
      return false;
  }
}
