/** Whose outputs are asked for beside the answer: an answer comes several times a second, as text. */
import type { NodeCheck } from "@/contracts";

/** Numbers in one answer, all nodes together. */
export const MOST_NUMBERS = 24_000;

/** The nodes of the network, in its order, as many as an answer has room for; the smaller ones go first. */
export function nodesToAsk(
  nodes: readonly { readonly id: string }[],
  checked: readonly Pick<NodeCheck, "id" | "output_shape">[],
): readonly string[] {
  const sized = nodes.flatMap(({ id }) => {
    const shape = checked.find((node) => node.id === id)?.output_shape;
    return shape === undefined ? [] : [{ id, size: shape.reduce((all, side) => all * side, 1) }];
  });
  const taken = new Set<string>();
  let left = MOST_NUMBERS;
  for (const { id, size } of sized.toSorted((one, other) => one.size - other.size)) {
    left -= size;
    if (left < 0) break;
    taken.add(id);
  }
  return sized.filter(({ id }) => taken.has(id)).map(({ id }) => id);
}
