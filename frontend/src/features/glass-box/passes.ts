/** From what the store holds to the pass of one sample through one layer. */
import type { RunSpec } from "@/contracts";
import type { BackwardNode, ForwardNode, Tensor } from "@/transport/trace";
import { type Pass, type ReturnPass, sampleOf } from "./arithmetic/cases";

export function passOf(spec: RunSpec, node: ForwardNode, sample: number): Pass {
  return {
    kind: node.kind,
    settings: spec.network.nodes.find(({ id }) => id === node.node) ?? {},
    inputs: node.inputs.map(({ tensor }) => sampleOf(tensor, sample)),
    parameters: node.parameters,
    statistics: node.statistics,
    window: node.window,
    output: sampleOf(node.output, sample),
  };
}

/**
 * @param gradientOf the loss's derivative by a node's output; null where it has not come yet
 * @returns null until all derivatives by the inputs are there
 */
export function returnPassOf(
  spec: RunSpec,
  { forward, backward }: { forward: ForwardNode; backward: BackwardNode },
  gradientOf: (node: string) => Tensor | null,
  batch: number,
  sample: number,
): ReturnPass | null {
  const gradients = forward.inputs.map(({ node }) => gradientOf(node));
  const found = gradients.filter((gradient) => gradient !== null);
  if (found.length < gradients.length) return null;
  return {
    ...passOf(spec, forward, sample),
    gradient: sampleOf(backward.gradient, sample),
    inputGradients: found.map((gradient) => sampleOf(gradient, sample)),
    byParameter: Object.fromEntries(
      Object.entries(backward.parameters).map(([name, { gradient }]) => [name, gradient]),
    ),
    batch,
    isFrozen: (spec.frozen ?? []).includes(forward.node),
  };
}

/** How many layers take a node's output: where there are several, its derivative is the sum of their parts. */
export function takersOf(spec: RunSpec, node: string): number {
  const { nodes } = spec.network;
  return nodes
    .flatMap(({ inputs }, position) => inputs ?? [nodes[position - 1]?.id ?? "input"])
    .filter((taken) => taken === node).length;
}
