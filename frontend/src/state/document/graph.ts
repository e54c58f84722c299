/**
 * How nodes hang together, as plain functions over the list of a `NetworkSpec`.
 *
 * In a spec a node without `inputs` takes the node before it (the first takes `"input"`). Edits are
 * easier on explicit inputs, so every edit is `compact(edit(resolve(nodes)))`: the document keeps the
 * short form that a person would write.
 */
import type { NetworkNode } from "@/contracts";

/** The name under which a network's data enters it. */
export const INPUT = "input";

export type ResolvedNode = NetworkNode & { inputs: string[] };

export interface Edge {
  source: string;
  target: string;
}

/** Gives each node the inputs that the spec leaves unsaid. */
export function resolve(nodes: readonly NetworkNode[]): ResolvedNode[] {
  return nodes.map((node, position) => ({
    ...node,
    inputs: node.inputs ? [...node.inputs] : [nodes[position - 1]?.id ?? INPUT],
  }));
}

/** Orders the nodes so that each comes after its inputs, and leaves unsaid what the order says. */
export function compact(nodes: readonly ResolvedNode[]): NetworkNode[] {
  const ordered = inOrder(nodes);
  return ordered.map((node, position) => {
    const { inputs, ...rest } = node;
    const before = ordered[position - 1]?.id ?? INPUT;
    const unsaid = inputs.length === 1 && inputs[0] === before;
    return unsaid ? rest : { ...node };
  });
}

/** Every connection, in the order of the targets and of their inputs. */
export function edgesOf(nodes: readonly NetworkNode[]): Edge[] {
  return resolve(nodes).flatMap((node) =>
    node.inputs.map((source) => ({ source, target: node.id })),
  );
}

/** The nodes that take `id`, in the order of the list. */
export function consumersOf(nodes: readonly ResolvedNode[], id: string): ResolvedNode[] {
  return nodes.filter((node) => node.inputs.includes(id));
}

/** Whether `target` can be reached from `source`: connecting `target → source` would be a cycle. */
export function reaches(nodes: readonly ResolvedNode[], source: string, target: string): boolean {
  const seen = new Set<string>();
  const open = [source];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...consumersOf(nodes, id).map((node) => node.id));
  }
  return false;
}

/**
 * A stable topological order: among nodes whose inputs are placed, the earliest in the list is next.
 * Nodes on a cycle cannot be placed; they keep their order at the end, where the check reports them.
 */
function inOrder(nodes: readonly ResolvedNode[]): ResolvedNode[] {
  const known = new Set(nodes.map((node) => node.id));
  const placed = new Set<string>();
  const waiting = [...nodes];
  const ordered: ResolvedNode[] = [];
  for (;;) {
    const next = waiting.findIndex((node) =>
      node.inputs.every((id) => !known.has(id) || placed.has(id)),
    );
    const [node] = next < 0 ? [] : waiting.splice(next, 1);
    if (node === undefined) return [...ordered, ...waiting];
    placed.add(node.id);
    ordered.push(node);
  }
}
