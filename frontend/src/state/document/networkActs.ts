/** What a person does to the network: each is one act of the document's history. */
import type { Mend, NetworkNode } from "@/contracts";
import { catalogStore, layerEntry } from "./catalogStore";
import { commit, commitNodes, documentStore, present, select } from "./documentStore";
import * as edits from "./edits";
import type { Place } from "./edits";
import * as fragments from "./fragment";
import { compact, INPUT, resolve } from "./graph";
import { freshId } from "./ids";
import { patched } from "./patch";
import { viewStore } from "./viewStore";

export const nodesNow = (): NetworkNode[] => present().network.nodes;
const ids = (): string[] => nodesNow().map((node) => node.id);

export const maximumInputs: edits.MaximumInputs = (kind) => {
  const entry = layerEntry(catalogStore.getState().catalog, kind);
  return entry === undefined ? 1 : entry.inputs.maximum;
};

/** A node of this kind with the settings that the catalog starts it with. */
function freshNode(kind: string): NetworkNode {
  const entry = layerEntry(catalogStore.getState().catalog, kind);
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

/** The selected layers, in the order of the network. */
export function selectedLayers(): string[] {
  const { selection } = documentStore.getState();
  return ids().filter((id) => selection.includes(id));
}

/** The node that is added behind: the last one selected, else the last of the network. */
function currentNode(): string {
  const [only] = documentStore.getState().selection;
  return selectedLayers().at(-1) ?? (only === INPUT ? INPUT : (ids().at(-1) ?? INPUT));
}

/** The wires that are added on: the one that is selected; null where it is not exactly one. */
function currentWire(): Place | null {
  const [only, ...others] = viewStore.getState().wires.values();
  return only !== undefined && others.length === 0 ? only : null;
}

/**
 * Adds a layer where a person is: on the selected wire, else behind `after`. A merge that is added while
 * several layers are selected joins them.
 */
export function addLayer(kind: string, after?: string): string {
  const wire = after === undefined ? currentWire() : null;
  if (wire !== null) return insertLayer(kind, wire);
  const node = freshNode(kind);
  const joined = after === undefined && maximumInputs(kind) !== 1 ? selectedLayers() : [];
  const place = after ?? currentNode();
  const nodes = edits.insertAfter(nodesNow(), node, place);
  const others = joined.filter((id) => id !== place);
  commitNodes(others.reduce((now, id) => edits.connect(now, id, node.id, maximumInputs), nodes));
  select(node.id);
  return node.id;
}

/** Adds a layer on wires; without targets, as a new end behind their source. */
export function insertLayer(kind: string, place: Place): string {
  const node = freshNode(kind);
  commitNodes(edits.insertOn(nodesNow(), [node], place));
  select(node.id);
  return node.id;
}

/** Selects every layer. */
export function selectAll(): void {
  select(...ids());
}

export function removeNodes(...gone: string[]): void {
  const left = edits.remove(nodesNow(), gone, maximumInputs);
  if (left.length === nodesNow().length) return;
  commitNodes(left);
  select();
}

/** Puts a copy of each layer behind the last of them, wired as they are. */
export function duplicateNodes(...originals: string[]): void {
  const last = ids().findLast((id) => originals.includes(id));
  if (last === undefined) return;
  const fragment = fragments.fragmentOf(nodesNow(), originals, maximumInputs);
  pasteAt(fragment, placeBehind(last, fragment));
}

/** Behind `id`; a single layer goes on the main path and leaves skip connections as they are. */
function placeBehind(id: string, fragment: readonly NetworkNode[]): Place {
  const place = fragments.behind(nodesNow(), id);
  return fragment.length > 1 ? place : { ...place, targets: place.targets.slice(0, 1) };
}

function pasteAt(fragment: readonly NetworkNode[], place: Place): void {
  const pasted = fragments.paste(nodesNow(), fragment, place);
  commitNodes(pasted.nodes);
  select(...pasted.ids);
}

/** The selected layers as text for the clipboard; null where none is selected. */
export function copyLayers(): string | null {
  const chosen = selectedLayers();
  if (chosen.length === 0) return null;
  return fragments.writeFragment(fragments.fragmentOf(nodesNow(), chosen, maximumInputs));
}

/** Puts the layers that a text holds where a person is. Returns whether it holds any. */
export function pasteLayers(text: string): boolean {
  const fragment = fragments.readFragment(text);
  if (fragment === null) return false;
  pasteAt(compact(resolve(fragment)), currentWire() ?? placeBehind(currentNode(), fragment));
  return true;
}

export function renameNode(from: string, to: string): void {
  if (from === to) return;
  commitNodes(edits.rename(nodesNow(), from, to));
  select(to);
}

export function setNodeField(id: string, field: string, value: unknown): void {
  commitNodes(edits.setField(nodesNow(), id, field, value), `${id}.${field}`);
}

/** Whether `target` would have to give up what it takes, were it to take `source`. */
export function isTaken(target: string): boolean {
  const node = resolve(nodesNow()).find((one) => one.id === target);
  return node !== undefined && maximumInputs(node.kind) === 1;
}

export function canConnect(source: string, target: string): boolean {
  return edits.canConnect(nodesNow(), source, target);
}

export function connectNodes(source: string, target: string): void {
  commitNodes(edits.connect(nodesNow(), source, target, maximumInputs));
}

/** Has `target` take `source` beside what it takes by now, through a merge of that kind. */
export function connectThrough(kind: string, source: string, target: string): void {
  if (!canConnect(source, target)) return;
  const merge = freshNode(kind);
  commitNodes(edits.connectThrough(nodesNow(), source, target, merge));
  select(merge.id);
}

export function disconnectNodes(source: string, ...targets: string[]): void {
  commitNodes(
    targets.reduce((nodes, target) => edits.disconnect(nodes, source, target), nodesNow()),
  );
}

/** Makes changes of the document, as a mend has them. Returns false where they lead to what is not there. */
export function applyMend(changes: Mend["changes"]): boolean {
  try {
    const spec = patched(present(), changes);
    commit({ ...spec, network: { ...spec.network, nodes: compact(resolve(spec.network.nodes)) } });
    return true;
  } catch {
    return false;
  }
}
