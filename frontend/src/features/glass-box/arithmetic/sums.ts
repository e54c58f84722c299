/** Cells that are sums: of products with weights, or of values. */
import { type Slice, type Terms, value, type Worked } from "./cases";
import { factor, products, tex } from "./latex";
import type { Pairs } from "./windows";

/** The terms of a sum of products; a value outside the image counts as zero. */
export function productTerms(
  pairs: Pairs,
  inputs: ArrayLike<number>,
  weights: ArrayLike<number>,
  block: number,
): Terms {
  const { input, parameter } = pairs;
  return {
    input,
    parameter,
    x: Float64Array.from(input, (index) => (index < 0 ? 0 : value(inputs, index))),
    w: Float64Array.from(parameter, (index) => value(weights, index)),
    block,
  };
}

export function valueTerms(input: Int32Array, inputs: ArrayLike<number>, outside = 0): Terms {
  return {
    input,
    parameter: null,
    x: Float64Array.from(input, (index) => (index < 0 ? outside : value(inputs, index))),
    w: null,
    block: input.length,
  };
}

/** The sum, and the sum of the sizes, by which rounding is judged. */
export function total({ x, w }: Terms): { sum: number; scale: number } {
  let [sum, scale] = [0, 0];
  for (let index = 0; index < x.length; index += 1) {
    const term = value(x, index) * (w === null ? 1 : value(w, index));
    sum += term;
    scale += Math.abs(term);
  }
  return { sum, scale };
}

export interface SumParts {
  /** What the sum is, in LaTeX: `y_{2,0,3}`. */
  readonly name: string;
  /** The sum in symbols. */
  readonly symbols: string;
  readonly terms: Terms;
  readonly bias?: { readonly value: number; readonly index: number } | null;
  /** What the sum is divided by, for a mean. */
  readonly count?: number;
  readonly measured: number;
  /** The weights' name, where there are any. */
  readonly weight?: string;
}

/** A sum of products, worked out. */
export function workedSum(parts: SumParts): Worked {
  const { terms, bias = null, count = 1 } = parts;
  const { sum, scale } = total(terms);
  const computed = sum / count + (bias?.value ?? 0);
  const written = products(terms);
  const inner = count === 1 ? written : `\\tfrac{1}{${count}} \\left( ${written} \\right)`;
  const parameters: Record<string, ArrayLike<number>> = {};
  if (parts.weight !== undefined && terms.parameter !== null)
    parameters[parts.weight] = terms.parameter;
  if (bias !== null) parameters.bias = [bias.index];
  return {
    lines: [
      `${parts.name} = ${parts.symbols}`,
      `\\phantom{${parts.name}} = ${inner}${bias === null ? "" : ` + ${factor(bias.value)}`}`,
      `\\phantom{${parts.name}} = ${tex(computed)}`,
    ],
    computed,
    measured: parts.measured,
    scale: scale / count + Math.abs(bias?.value ?? 0),
    terms,
    inputs: [terms.input],
    parameters,
  };
}

/** A cell that follows from one value. */
export function workedValue(
  name: string,
  steps: readonly string[],
  computed: number,
  measured: number,
  inputs: readonly ArrayLike<number>[],
  scale = Math.abs(computed),
): Worked {
  const [first = "", ...rest] = steps;
  return {
    lines: [
      `${name} = ${first}`,
      ...[...rest, tex(computed)].map((line) => `\\phantom{${name}} = ${line}`),
    ],
    computed,
    measured,
    scale,
    terms: null,
    inputs,
    parameters: {},
  };
}

export function biasOf(
  parameters: Readonly<Record<string, Slice>>,
  index: number,
): { value: number; index: number } | null {
  const bias = parameters.bias;
  return bias === undefined ? null : { value: value(bias.values, index), index };
}
