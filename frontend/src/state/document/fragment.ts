/**
 * Parts of a network that are copied, pasted and moved as one.
 *
 * A fragment is a network by itself: its nodes wired to each other as they were, across what was left
 * out between them; what they took from elsewhere is its `"input"`. So what is copied here can be pasted
 * into another page, or be read by a script as the network of a spec.
 */
import type { NetworkNode } from "@/contracts";
import { insertOn, type MaximumInputs, type Place, remove } from "./edits";
import { consumersOf, INPUT, resolve } from "./graph";
import { ID_PATTERN } from "./ids";

/** Those of the nodes that are in `ids`, as a network of their own; in the order of the list. */
export function fragmentOf(
  nodes: readonly NetworkNode[],
  ids: readonly string[],
  maximumInputs: MaximumInputs,
): NetworkNode[] {
  const others = nodes.map((node) => node.id).filter((id) => !ids.includes(id));
  return structuredClone(remove(nodes, others, maximumInputs));
}

/** The same fragment under names that are not taken: its own where they are free, else with a number. */
export function renamed(fragment: readonly NetworkNode[], taken: Iterable<string>): NetworkNode[] {
  const used = new Set([...taken, INPUT]);
  const names = new Map([[INPUT, INPUT]]);
  for (const { id } of fragment) {
    const name = freeName(id, used);
    used.add(name);
    names.set(id, name);
  }
  return fragment.map((node) => {
    const copy = structuredClone(node);
    copy.id = names.get(node.id) ?? node.id;
    if (node.inputs) copy.inputs = node.inputs.map((id) => names.get(id) ?? INPUT);
    return copy;
  });
}

/** `name` where it is free and could be a name, else its stem with the first number that makes it so. */
function freeName(name: string, used: ReadonlySet<string>): string {
  if (ID_PATTERN.test(name) && !used.has(name)) return name;
  const stem = name.replace(/\W/g, "").replace(/\d+$/, "").slice(0, 56);
  const start = /^[A-Za-z]/.test(stem) ? stem : `layer${stem}`;
  for (let number = 1; ; number += 1) {
    const free = `${start}${number}`;
    if (!used.has(free)) return free;
  }
}

/** Puts a fragment on the wires of `place`, under fresh names. Returns the names, in the fragment's order. */
export function paste(
  nodes: readonly NetworkNode[],
  fragment: readonly NetworkNode[],
  place: Place,
): { nodes: NetworkNode[]; ids: string[] } {
  const fresh = renamed(
    fragment,
    nodes.map((node) => node.id),
  );
  return { nodes: insertOn(nodes, fresh, place), ids: fresh.map((node) => node.id) };
}

/** Behind `id`, before everything that takes it. */
export function behind(nodes: readonly NetworkNode[], id: string): Place {
  const consumers = consumersOf(resolve(nodes), id);
  return { source: id, targets: consumers.map((node) => node.id) };
}

/** Takes nodes from where they are and puts them on the wires of `place`; onto their own wires they cannot go. */
export function moveTo(
  nodes: readonly NetworkNode[],
  ids: readonly string[],
  place: Place,
  maximumInputs: MaximumInputs,
): NetworkNode[] {
  if (ids.includes(place.source) || place.targets.some((id) => ids.includes(id))) return [...nodes];
  const fragment = fragmentOf(nodes, ids, maximumInputs);
  if (fragment.length === 0) return [...nodes];
  return insertOn(remove(nodes, ids, maximumInputs), fragment, place);
}

/** The fragment that a text holds: a network, or a spec with one; null where it holds neither. */
export function readFragment(text: string): NetworkNode[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const network = isRecord(value) && isRecord(value.network) ? value.network : value;
  const nodes = isRecord(network) ? network.nodes : null;
  if (!Array.isArray(nodes) || nodes.length === 0 || !nodes.every(looksLikeNode)) return null;
  return nodes;
}

export function writeFragment(fragment: readonly NetworkNode[]): string {
  return JSON.stringify({ nodes: fragment }, null, 2);
}

/** Enough structure that the page can draw it; everything else is the check's to say. */
export function looksLikeNode(node: unknown): node is NetworkNode {
  if (!isRecord(node) || typeof node.id !== "string" || typeof node.kind !== "string") return false;
  const { inputs } = node;
  return inputs == null || (Array.isArray(inputs) && inputs.every((id) => typeof id === "string"));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
