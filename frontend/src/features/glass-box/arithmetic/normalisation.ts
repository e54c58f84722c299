/** Normalisations, forward: by the batch, by the sample, by neighbouring channels. */
import { type Pass, placeOf, sizeOf, type Slice, value, type Worked } from "./cases";
import { factor, tex } from "./latex";
import { cellName } from "./names";
import { workedValue } from "./sums";

const EPSILON = 1e-5;

export function settingOf(pass: Pick<Pass, "settings">, name: string, usual: number): number {
  const found = pass.settings[name];
  return typeof found === "number" ? found : usual;
}

function only(pass: Pass): Slice {
  const [input] = pass.inputs;
  if (input === undefined) throw new RangeError(`${pass.kind}: it has no input`);
  return input;
}

/** By what a cell was normalised: mean, variance, and what it was scaled and shifted by. */
export interface Normal {
  readonly mean: number;
  readonly variance: number;
  readonly epsilon: number;
  readonly gamma: number | null;
  readonly beta: number | null;
  /** Which values were averaged over, inside the sample. */
  readonly over: readonly number[];
  /** Where gamma and beta stand. */
  readonly parameter: number;
}

export function batchNormal(pass: Pass, cell: number): Normal | null {
  const channel = placeOf(cell, pass.output.shape)[0] ?? 0;
  const { weight, bias } = pass.parameters;
  if (pass.statistics === null || weight === undefined || bias === undefined) return null;
  return {
    mean: value(pass.statistics.mean.values, channel),
    variance: value(pass.statistics.variance.values, channel),
    epsilon: settingOf(pass, "eps", EPSILON),
    gamma: value(weight.values, channel),
    beta: value(bias.values, channel),
    over: [],
    parameter: channel,
  };
}

export function layerNormal(pass: Pass, cell: number): Normal {
  const input = only(pass);
  const dimensions = settingOf(pass, "dimensions", input.shape.length);
  const size = sizeOf(input.shape.slice(input.shape.length - dimensions));
  const first = Math.floor(cell / size) * size;
  const over = Array.from({ length: size }, (_, index) => first + index);
  const mean = over.reduce((sum, index) => sum + value(input.values, index), 0) / size;
  const variance =
    over.reduce((sum, index) => sum + (value(input.values, index) - mean) ** 2, 0) / size;
  const { weight, bias } = pass.parameters;
  const parameter = cell - first;
  return {
    mean,
    variance,
    epsilon: settingOf(pass, "eps", EPSILON),
    gamma: weight === undefined ? null : value(weight.values, parameter),
    beta: bias === undefined ? null : value(bias.values, parameter),
    over,
    parameter,
  };
}

/** The value with mean 0 and spread 1. */
export function normalised(x: number, { mean, variance, epsilon }: Normal): number {
  return (x - mean) / Math.sqrt(variance + epsilon);
}

export function workedNormal(pass: Pass, cell: number, normal: Normal): Worked {
  const x = value(only(pass).values, cell);
  const { mean, variance, epsilon, gamma, beta } = normal;
  const normalisedX = normalised(x, normal);
  const computed = (gamma ?? 1) * normalisedX + (beta ?? 0);
  const fraction = `\\frac{${tex(x)} - ${factor(mean)}}{\\sqrt{${tex(variance)} + ${tex(epsilon)}}}`;
  const affine = gamma !== null;
  const worked = workedValue(
    cellName("y", placeOf(cell, pass.output.shape)),
    [
      affine
        ? "\\gamma \\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}} + \\beta"
        : "\\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}}",
      affine ? `${factor(gamma)} \\cdot ${fraction} + ${factor(beta ?? 0)}` : fraction,
    ],
    computed,
    value(pass.output.values, cell),
    [normal.over.length > 0 ? normal.over : [cell]],
    (Math.abs(gamma ?? 1) * (Math.abs(x) + Math.abs(mean))) / Math.sqrt(variance + epsilon) +
      Math.abs(beta ?? 0),
  );
  return affine
    ? { ...worked, parameters: { weight: [normal.parameter], bias: [normal.parameter] } }
    : worked;
}

/** Channels around one, and the divisor that their squares make. */
export function responseDivisor(
  pass: Pass,
  cell: number,
): { divisor: number; neighbours: readonly number[] } {
  const input = only(pass);
  const [channels = 1] = input.shape;
  const size = settingOf(pass, "size", 5);
  const area = sizeOf(input.shape.slice(1));
  const channel = Math.floor(cell / area);
  const neighbours: number[] = [];
  const last = Math.min(channels - 1, channel + Math.floor((size - 1) / 2));
  for (let at = Math.max(0, channel - Math.floor(size / 2)); at <= last; at += 1) {
    neighbours.push(at * area + (cell % area));
  }
  const squares = neighbours.reduce((sum, index) => sum + value(input.values, index) ** 2, 0);
  return {
    neighbours,
    divisor: settingOf(pass, "k", 1) + (settingOf(pass, "alpha", 1e-4) / size) * squares,
  };
}

export function workedResponse(pass: Pass, cell: number): Worked {
  const x = value(only(pass).values, cell);
  const { divisor, neighbours } = responseDivisor(pass, cell);
  const beta = settingOf(pass, "beta", 0.75);
  return workedValue(
    cellName("y", placeOf(cell, pass.output.shape)),
    [
      "x \\left(k + \\tfrac{\\alpha}{n} \\textstyle\\sum x_{c'}^2\\right)^{-\\beta}",
      `${factor(x)} \\cdot ${tex(divisor)}^{-${tex(beta)}}`,
    ],
    x * divisor ** -beta,
    value(pass.output.values, cell),
    [neighbours],
  );
}
