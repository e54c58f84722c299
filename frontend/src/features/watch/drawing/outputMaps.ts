/** What a node put out for one sample, as pictures: a map a channel, or a cell a unit. */
import type { Prediction } from "@/contracts";
import { largest } from "@/draw/array";
import type { Filters } from "@/draw/filters";

export interface OutputMaps extends Filters {
  /** (channels, height, width) or (units): the shape of one output. */
  readonly output: readonly number[];
  /** The largest magnitude. */
  readonly limit: number;
  readonly low: number;
  readonly high: number;
}

function flatten(value: unknown, into: Float32Array, place: number): number {
  if (Array.isArray(value)) {
    let next = place;
    for (const part of value) next = flatten(part, into, next);
    return next;
  }
  // A number that is not finite comes as null; it is drawn neutral, and is no part of the range.
  into[place] = typeof value === "number" ? value : NaN;
  return place + 1;
}

export function outputMaps(node: Prediction["nodes"][string]): OutputMaps {
  const [, ...output] = node.shape;
  const [first = 1, second = 1, third = 1] = output;
  // Vectors, and whatever has another number of dimensions, as one cell a value.
  const shape =
    output.length === 3
      ? ([first, 1, second, third] as const)
      : ([output.reduce((all, side) => all * side, 1), 1, 1, 1] as const);
  const weight = new Float32Array(shape[0] * shape[2] * shape[3]);
  flatten(node.values, weight, 0);
  const finite = weight.filter(Number.isFinite);
  const high = largest(finite, finite.length === 0 ? 0 : -Infinity);
  const low = -largest(
    finite.map((value) => -value),
    finite.length === 0 ? 0 : -Infinity,
  );
  return { shape, weight, output, low, high, limit: Math.max(Math.abs(low), Math.abs(high)) };
}
