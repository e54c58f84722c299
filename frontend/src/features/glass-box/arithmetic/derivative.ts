/** A derivative by one cell of an input, beside the one that was measured. */
import { placeOf, type ReturnPass, value, type Worked } from "./cases";
import { byName } from "./names";
import { workedValue } from "./sums";

/**
 * In a worked derivative, `inputs` are the cells of the output's derivative that arrive: there is one list.
 *
 * @param cell which value of the input
 * @param input which of the node's inputs
 */
export type Rule = (pass: ReturnPass, cell: number, input: number) => Worked | null;

export interface Steps {
  readonly steps: readonly string[];
  readonly computed: number;
  /** Which derivatives by the output took part. */
  readonly arriving: ArrayLike<number>;
  readonly scale?: number;
}

export function derivative(pass: ReturnPass, cell: number, input: number, found: Steps): Worked {
  const slice = pass.inputs[input] ?? pass.gradient;
  return workedValue(
    byName("x", placeOf(cell, slice.shape)),
    found.steps,
    found.computed,
    measuredAt(pass, cell, input),
    [found.arriving],
    found.scale,
  );
}

export function measuredAt(pass: ReturnPass, cell: number, input: number): number {
  return value(pass.inputGradients[input]?.values ?? [], cell);
}
