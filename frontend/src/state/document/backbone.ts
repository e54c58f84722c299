/**
 * A network as a line of pieces, one behind the other.
 *
 * All that flows from the data to the output flows through certain nodes; what lies between two of
 * them and ends in the second is a piece: a single layer where the network is a plain stack, or the
 * branches of a block together with the merge that ends them.
 */
import type { NetworkNode } from "@/contracts";
import { INPUT, resolve, type ResolvedNode } from "./graph";

export interface Piece {
  /** In an order in which they can be computed; what leaves the piece is the last one's output. */
  nodes: readonly ResolvedNode[];
  /** What the piece takes: a node outside of it, or `"input"`. */
  entry: string;
}

/** The pieces in order; none where the network goes in a circle or takes what is not there. */
export function backboneOf(nodes: readonly NetworkNode[]): Piece[] {
  const order = inOrder(resolve(nodes));
  const end = nodes.at(-1)?.id;
  if (order === null || end === undefined) return [];
  const line = leadingTo(order, end);
  const furthest = furthestConsumers(line);

  const pieces: Piece[] = [];
  let entry = INPUT;
  let open: ResolvedNode[] = [];
  // No wire may pass over the node that ends a piece; `reach` is how far those seen so far go.
  let reach = furthest.get(INPUT) ?? 0;
  line.forEach((node, place) => {
    open.push(node);
    if (reach > place) {
      reach = Math.max(reach, furthest.get(node.id) ?? place);
      return;
    }
    pieces.push({ nodes: open, entry });
    entry = node.id;
    open = [];
    reach = furthest.get(node.id) ?? place;
  });
  return pieces;
}

function inOrder(nodes: readonly ResolvedNode[]): ResolvedNode[] | null {
  const placed = new Set([INPUT]);
  let waiting = [...nodes];
  const order: ResolvedNode[] = [];
  while (waiting.length > 0) {
    // One pass is enough for a list in order, which is how the document keeps it.
    const left = waiting.filter((node) => {
      if (!node.inputs.every((id) => placed.has(id))) return true;
      placed.add(node.id);
      order.push(node);
      return false;
    });
    if (left.length === waiting.length) return null;
    waiting = left;
  }
  return order;
}

/** Those of the nodes whose output has a part in that of `end`. */
function leadingTo(order: readonly ResolvedNode[], end: string): ResolvedNode[] {
  const needed = new Set([end]);
  return order
    .toReversed()
    .filter((node) => {
      if (!needed.has(node.id)) return false;
      for (const id of node.inputs) needed.add(id);
      return true;
    })
    .reverse();
}

/** The last place at which each node's output is taken. */
function furthestConsumers(line: readonly ResolvedNode[]): Map<string, number> {
  const furthest = new Map<string, number>();
  line.forEach((node, place) => {
    for (const id of node.inputs) furthest.set(id, place);
  });
  return furthest;
}
