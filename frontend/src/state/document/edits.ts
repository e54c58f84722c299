/** Edits of a network: each takes a list of nodes and returns a new one, never touching its argument. */
import type { NetworkNode } from "@/contracts";
import { compact, consumersOf, INPUT, reaches, resolve, type ResolvedNode } from "./graph";

/** How many inputs a kind takes at most; null for any number. From the catalog. */
export type MaximumInputs = (kind: string) => number | null;

function replaced(inputs: readonly string[], from: string, to: readonly string[]): string[] {
  return [...new Set(inputs.flatMap((id) => (id === from ? to : [id])))];
}

function withNode(nodes: ResolvedNode[], id: string, change: (node: ResolvedNode) => ResolvedNode) {
  return nodes.map((node) => (node.id === id ? change(node) : node));
}

/** The consumer on the main path: the one that follows first in the list. Others are skips. */
function mainConsumer(nodes: readonly ResolvedNode[], id: string): ResolvedNode | undefined {
  return consumersOf(nodes, id)[0];
}

/**
 * Puts `node` behind `after` (`"input"` for the front). What followed on the main path takes the new
 * node; skip connections from `after` stay as they are.
 */
export function insertAfter(
  nodes: readonly NetworkNode[],
  node: NetworkNode,
  after: string,
): NetworkNode[] {
  const follower = mainConsumer(resolve(nodes), after);
  return insertOn(nodes, [node], { source: after, targets: follower ? [follower.id] : [] });
}

/** Wires from one node to some of those that take it; with no targets, the place behind an end. */
export interface Place {
  source: string;
  targets: readonly string[];
}

/**
 * Puts nodes on the wires of `place`: those that take `"input"` take the source, and the targets take
 * the last of them. Their names must be free.
 */
export function insertOn(
  nodes: readonly NetworkNode[],
  fresh: readonly NetworkNode[],
  { source, targets }: Place,
): NetworkNode[] {
  const exit = fresh.at(-1)?.id;
  if (exit === undefined) return [...nodes];
  const inserted = resolve(fresh).map((node) => ({
    ...node,
    inputs: replaced(node.inputs, INPUT, [source]),
  }));
  const rewired = resolve(nodes).map((other) =>
    targets.includes(other.id)
      ? { ...other, inputs: replaced(other.inputs, source, [exit]) }
      : other,
  );
  const position = rewired.findIndex((other) => other.id === source) + 1;
  return compact([...rewired.slice(0, position), ...inserted, ...rewired.slice(position)]);
}

/** Takes the nodes out; their consumers take their inputs, as many as the consumer's kind accepts. */
export function remove(
  nodes: readonly NetworkNode[],
  ids: readonly string[],
  maximumInputs: MaximumInputs,
): NetworkNode[] {
  let left = resolve(nodes);
  for (const id of ids) {
    const gone = left.find((node) => node.id === id);
    if (gone === undefined) continue;
    left = left
      .filter((node) => node.id !== id)
      .map((node) => {
        if (!node.inputs.includes(id)) return node;
        const inputs = replaced(node.inputs, id, gone.inputs);
        return { ...node, inputs: inputs.slice(0, maximumInputs(node.kind) ?? undefined) };
      });
  }
  return compact(left);
}

/** Whether `moveUp` would change anything: the node and the one before it are on one line. */
export function canMoveUp(nodes: readonly NetworkNode[], id: string): boolean {
  const resolved = resolve(nodes);
  const node = resolved.find((other) => other.id === id);
  return node?.inputs.length === 1 && node.inputs[0] !== INPUT;
}

/** Exchanges the node with the one it takes its input from. */
export function moveUp(nodes: readonly NetworkNode[], id: string): NetworkNode[] {
  if (!canMoveUp(nodes, id)) return [...nodes];
  const resolved = resolve(nodes);
  const node = resolved.find((other) => other.id === id);
  const before = resolved.find((other) => other.id === node?.inputs[0]);
  const entry = before?.inputs[0];
  if (node === undefined || before === undefined || entry === undefined) return [...nodes];
  const swapped = resolved.map((other) => {
    if (other.id === id) return { ...other, inputs: [entry] };
    if (other.id === before.id) return { ...other, inputs: replaced(other.inputs, entry, [id]) };
    return { ...other, inputs: replaced(other.inputs, id, [before.id]) };
  });
  return compact(swapped);
}

/** The node that `moveDown` would exchange with `id`; null where there is none. */
function movableFollower(nodes: readonly NetworkNode[], id: string): string | null {
  const follower = mainConsumer(resolve(nodes), id);
  return follower !== undefined && canMoveUp(nodes, follower.id) ? follower.id : null;
}

export function canMoveDown(nodes: readonly NetworkNode[], id: string): boolean {
  return movableFollower(nodes, id) !== null;
}

/** Exchanges the node with the one that follows it on the main path. */
export function moveDown(nodes: readonly NetworkNode[], id: string): NetworkNode[] {
  const follower = movableFollower(nodes, id);
  return follower === null ? [...nodes] : moveUp(nodes, follower);
}

/** Gives a node another name, in its place and wherever it is an input. */
export function rename(nodes: readonly NetworkNode[], from: string, to: string): NetworkNode[] {
  return compact(
    resolve(nodes).map((node) => ({
      ...node,
      id: node.id === from ? to : node.id,
      inputs: replaced(node.inputs, from, [to]),
    })),
  );
}

/** Sets one setting of a node; `undefined` takes the setting out, so that its default holds. */
export function setField(
  nodes: readonly NetworkNode[],
  id: string,
  field: string,
  value: unknown,
): NetworkNode[] {
  return nodes.map((node) => {
    if (node.id !== id) return node;
    const changed = { ...node, [field]: value };
    return value === undefined
      ? (Object.fromEntries(
          Object.entries(changed).filter(([name]) => name !== field),
        ) as typeof node)
      : changed;
  });
}

/** Whether there is room for a wire `source → target`: both are there, it is not, and it closes no circle. */
export function canConnect(nodes: readonly NetworkNode[], source: string, target: string): boolean {
  const resolved = resolve(nodes);
  const node = resolved.find((other) => other.id === target);
  const known = source === INPUT || resolved.some((other) => other.id === source);
  if (node === undefined || !known || node.inputs.includes(source)) return false;
  return !reaches(resolved, target, source);
}

/**
 * Connects `source → target`. A target that takes one input exchanges it; a merge gets one more.
 * A connection that stands already or would close a cycle changes nothing.
 */
export function connect(
  nodes: readonly NetworkNode[],
  source: string,
  target: string,
  maximumInputs: MaximumInputs,
): NetworkNode[] {
  const resolved = resolve(nodes);
  const node = resolved.find((other) => other.id === target);
  if (node === undefined || !canConnect(nodes, source, target)) return [...nodes];
  const limit = maximumInputs(node.kind);
  const kept = limit === null ? node.inputs : node.inputs.slice(0, limit - 1);
  return compact(withNode(resolved, target, (one) => ({ ...one, inputs: [...kept, source] })));
}

/**
 * Connects `source → target` through a fresh `merge`, which joins it with what the target takes by now.
 * Changes nothing where `connect` would change nothing.
 */
export function connectThrough(
  nodes: readonly NetworkNode[],
  source: string,
  target: string,
  merge: NetworkNode,
): NetworkNode[] {
  if (!canConnect(nodes, source, target)) return [...nodes];
  const resolved = resolve(nodes);
  const position = resolved.findIndex((node) => node.id === target);
  const taken = resolved[position]?.inputs ?? [];
  const joined = { ...merge, inputs: [...taken, source] };
  const rewired = withNode(resolved, target, (node) => ({ ...node, inputs: [merge.id] }));
  return compact([...rewired.slice(0, position), joined, ...rewired.slice(position)]);
}

/**
 * Takes the connection away. A node with one input cannot be without: it then takes the network's
 * input, so that the document always says what each node takes.
 */
export function disconnect(
  nodes: readonly NetworkNode[],
  source: string,
  target: string,
): NetworkNode[] {
  return compact(
    withNode(resolve(nodes), target, (node) => {
      const inputs = node.inputs.filter((id) => id !== source);
      return { ...node, inputs: inputs.length > 0 ? inputs : [INPUT] };
    }),
  );
}
