/** What one cell's arithmetic starts from and comes to. Indices are flat, in C order, inside one sample. */
import type { Pair, Tensor, TraceWindow } from "@/transport/trace";

/** One sample of a tensor, or a tensor that has no samples. */
export interface Slice {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** A node's pass over one sample. */
export interface Pass {
  readonly kind: string;
  /** The node as the run's spec has it, defaults included. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly inputs: readonly Slice[];
  readonly parameters: Readonly<Record<string, Tensor>>;
  readonly statistics: { readonly mean: Tensor; readonly variance: Tensor } | null;
  readonly window: TraceWindow | null;
  readonly output: Slice;
}

/** The way back over the same sample. */
export interface ReturnPass extends Pass {
  /** The loss's derivative by the output. */
  readonly gradient: Slice;
  /** The loss's derivatives by the inputs, as measured at the nodes they came from. */
  readonly inputGradients: readonly Slice[];
  /** The loss's derivatives by the parameters, over the whole batch. */
  readonly byParameter: Readonly<Record<string, Tensor>>;
  readonly batch: number;
  /** Whether running statistics were used: then they do not depend on the input. */
  readonly isFrozen: boolean;
}

/** The summands of one cell: the row of im2col, and what each value in it is multiplied by. */
export interface Terms {
  /** Which value of the input; -1 where the window lies over the margin. */
  readonly input: Int32Array;
  /** Which weight; null where values are not weighted. */
  readonly parameter: Int32Array | null;
  readonly x: Float64Array;
  readonly w: Float64Array | null;
  /** How many terms belong together: the places of a window in one channel. */
  readonly block: number;
}

/** A cell worked out from measured numbers, beside the measured cell. */
export interface Worked {
  /** The formula with the numbers in place, in LaTeX, a line each. */
  readonly lines: readonly string[];
  readonly computed: number;
  readonly measured: number;
  /** The size of what was added up: rounding is judged by it. */
  readonly scale: number;
  readonly terms: Terms | null;
  /** What the cell was made of, for each input. */
  readonly inputs: readonly ArrayLike<number>[];
  /** The weights that took part, by name. */
  readonly parameters: Readonly<Record<string, ArrayLike<number>>>;
}

export type { Pair, TraceWindow };

/** How finely a sum can be expected to come out, relative to what was added up, by number format. */
const precision: Readonly<Record<string, number>> = { float64: 1e-9, float32: 2e-5 };
const HALF = 3e-2;

/**
 * Whether the arithmetic comes to what was measured, but for rounding.
 *
 * @param format the number format that the engine computed in
 */
export function agrees({ computed, measured, scale }: Worked, format: string): boolean {
  if (Object.is(computed, measured) || (Number.isNaN(computed) && Number.isNaN(measured))) {
    return true;
  }
  const allowed = (precision[format] ?? HALF) * Math.max(scale, Math.abs(measured));
  return Math.abs(computed - measured) <= Math.max(allowed, 1e-30);
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** A value whose index is known to lie inside. */
export function value(values: ArrayLike<number>, index: number): number {
  const found = values[index];
  if (found === undefined) {
    throw new RangeError(`index ${index}: expected 0 to ${values.length - 1}`);
  }
  return found;
}

/** The place of a flat index: one number for each axis. */
export function placeOf(index: number, shape: readonly number[]): number[] {
  const place: number[] = [];
  let rest = index;
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    const size = shape[axis] ?? 1;
    place.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return place;
}

export function indexOf(place: readonly number[], shape: readonly number[]): number {
  return place.reduce((index, at, axis) => index * (shape[axis] ?? 1) + at, 0);
}

/** Sample `sample` of a tensor whose first axis is that of samples; a view. */
export function sampleOf(tensor: Tensor, sample: number): Slice {
  const shape = tensor.shape.slice(1);
  const size = sizeOf(shape);
  return { shape, values: tensor.values.subarray(sample * size, (sample + 1) * size) };
}
