/**
 * Which layer of one network stands beside which layer of another.
 *
 * Nodes of one name stand together. What has no namesake stands with the node of its family that lies
 * between the same neighbours (sigmoid1 beside tanh1), and by itself where there is none (a batch
 * normalisation that only one variant has).
 */
import type { NetworkNode } from "@/contracts";

export interface LayerColumn {
  readonly family: string;
  /** The node of each network in this column; null where a network has none. */
  readonly nodes: readonly (NetworkNode | null)[];
}

interface Growing {
  readonly family: string;
  readonly names: Set<string>;
  readonly nodes: (NetworkNode | undefined)[];
}

/** @param familyOf the family of a kind of layer, from the catalog */
export function alignLayers(
  networks: readonly (readonly NetworkNode[])[],
  familyOf: (kind: string) => string,
): LayerColumn[] {
  const columns: Growing[] = [];
  for (const [network, nodes] of networks.entries()) {
    const namesakes = new Map<string, Growing>();
    for (const node of nodes) {
      const column = columns.find(
        ({ names, nodes: held }) => names.has(node.id) && held[network] === undefined,
      );
      if (column === undefined) continue;
      column.nodes[network] = node;
      namesakes.set(node.id, column);
    }
    let place = 0;
    for (const node of nodes) {
      const namesake = namesakes.get(node.id);
      if (namesake === undefined) place = placeNode(columns, node, place, network, familyOf) + 1;
      else place = Math.max(place, columns.indexOf(namesake) + 1);
    }
  }
  return columns.map(({ family, nodes }) => ({
    family,
    nodes: networks.map((_, network) => nodes[network] ?? null),
  }));
}

/** Puts a node without namesake into a column, at `place` or before the network's next namesake; returns where. */
function placeNode(
  columns: Growing[],
  node: NetworkNode,
  place: number,
  network: number,
  familyOf: (kind: string) => string,
): number {
  const family = familyOf(node.kind);
  for (let index = place; index < columns.length; index += 1) {
    const column = columns[index];
    if (column === undefined || column.nodes[network] !== undefined) break;
    if (column.family !== family) continue;
    column.nodes[network] = node;
    column.names.add(node.id);
    return index;
  }
  const nodes: Growing["nodes"] = [];
  nodes[network] = node;
  columns.splice(place, 0, { family, names: new Set([node.id]), nodes });
  return place;
}
