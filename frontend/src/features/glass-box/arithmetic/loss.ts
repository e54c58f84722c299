/** The loss of one sample and its derivative by one output, worked out. */
import { placeOf, type Slice, value, type Worked } from "./cases";
import { factor, tex } from "./latex";
import { byName } from "./names";
import { workedValue } from "./sums";

export interface LossCase {
  readonly kind: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly output: Slice;
  /** A class number, or the values that the outputs should have. */
  readonly target: ArrayLike<number>;
  /** The loss's derivative by the outputs, as measured. */
  readonly gradient: Slice;
  readonly batch: number;
}

interface Distance {
  /** What the distance d = y - t costs. */
  readonly cost: (d: number) => number;
  readonly slope: (d: number) => number;
  /** Whether the mean goes over outputs as well, or over samples alone. */
  readonly overOutputs: boolean;
  readonly written: (d: string) => string;
  readonly slopeSymbols: string;
}

function distances(settings: Readonly<Record<string, unknown>>): Record<string, Distance> {
  const read = (name: string): number => (typeof settings[name] === "number" ? settings[name] : 1);
  const [delta, beta] = [read("delta"), read("beta")];
  const clip = (d: number, limit: number): number => Math.max(-limit, Math.min(limit, d));
  return {
    mean_squared_error: {
      cost: (d) => d * d,
      slope: (d) => 2 * d,
      overOutputs: true,
      written: (d) => `${d}^2`,
      slopeSymbols: "2\\,(y - t)",
    },
    sum_of_squares: {
      cost: (d) => 0.5 * d * d,
      slope: (d) => d,
      overOutputs: false,
      written: (d) => `\\tfrac12 ${d}^2`,
      slopeSymbols: "(y - t)",
    },
    mean_absolute_error: {
      cost: Math.abs,
      slope: Math.sign,
      overOutputs: true,
      written: (d) => `|${d}|`,
      slopeSymbols: "\\mathrm{sign}(y - t)",
    },
    huber: {
      cost: (d) => (Math.abs(d) <= delta ? 0.5 * d * d : delta * (Math.abs(d) - 0.5 * delta)),
      slope: (d) => clip(d, delta),
      overOutputs: true,
      written: (d) => `h_\\delta(${d})`,
      slopeSymbols: "\\mathrm{clip}(y - t,\\, \\pm\\delta)",
    },
    smooth_l1: {
      cost: (d) => (Math.abs(d) < beta ? (0.5 * d * d) / beta : Math.abs(d) - 0.5 * beta),
      slope: (d) => clip(d / beta, 1),
      overOutputs: true,
      written: (d) => `s_\\beta(${d})`,
      slopeSymbols: "\\mathrm{clip}\\left(\\tfrac{y - t}{\\beta},\\, \\pm 1\\right)",
    },
  };
}

/** What the outputs should have been, one value each. */
export function expected(target: ArrayLike<number>, outputs: number): number[] {
  if (target.length === outputs && outputs > 1) return Array.from(target);
  const [first = 0] = Array.from(target);
  if (outputs === 1) return [first];
  return Array.from({ length: outputs }, (_, output) => (output === first ? 1 : 0));
}

/** The probability that softmax gives to each class. */
export function probabilities(logits: ArrayLike<number>): number[] {
  const all = Array.from(logits);
  const largest = Math.max(...all);
  const powers = all.map((x) => Math.exp(x - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** What one sample costs, before the mean over the batch; null for a loss that has no arithmetic here. */
export function sampleLoss(one: LossCase): { value: number; lines: string[] } | null {
  const outputs = one.output.values.length;
  const truth = expected(one.target, outputs);
  if (one.kind === "softmax_cross_entropy") {
    const at = truth.indexOf(1);
    const p = value(probabilities(one.output.values), at);
    const loss = -Math.log(p);
    return {
      value: loss,
      lines: [
        `\\ell = -\\log \\frac{e^{y_t}}{\\sum_k e^{y_k}},\\quad t = ${at}`,
        `\\phantom{\\ell} = -\\log ${tex(p)} = ${tex(loss)}`,
      ],
    };
  }
  if (one.kind === "binary_cross_entropy") {
    const costs = truth.map((t, output) => {
      const x = value(one.output.values, output);
      return Math.max(x, 0) - t * x + Math.log1p(Math.exp(-Math.abs(x)));
    });
    const loss = costs.reduce((sum, cost) => sum + cost, 0) / outputs;
    return {
      value: loss,
      lines: [
        "\\ell = -\\tfrac1K \\textstyle\\sum_k t_k \\log \\sigma(y_k) + (1 - t_k) \\log(1 - \\sigma(y_k))",
        `\\phantom{\\ell} = ${outputs === 1 ? "" : `\\tfrac{1}{${outputs}} (`}${costs.slice(0, 5).map(tex).join(" + ")}${costs.length > 5 ? " + \\cdots" : ""}${outputs === 1 ? "" : ")"} = ${tex(loss)}`,
      ],
    };
  }
  const distance = distances(one.settings)[one.kind];
  if (distance === undefined) return null;
  const costs = truth.map((t, output) => distance.cost(value(one.output.values, output) - t));
  const divisor = distance.overOutputs ? outputs : 1;
  const loss = costs.reduce((sum, cost) => sum + cost, 0) / divisor;
  const written = truth
    .slice(0, 3)
    .map((t, output) =>
      distance.written(`(${tex(value(one.output.values, output))} - ${factor(t)})`),
    );
  const sum = `${written.join(" + ")}${truth.length > 3 ? " + \\cdots" : ""}`;
  const mean = divisor === 1 ? "" : `\\tfrac1K `;
  return {
    value: loss,
    lines: [
      `\\ell = ${mean}\\textstyle\\sum_k ${distance.written("(y_k - t_k)")}`,
      `\\phantom{\\ell} = ${divisor === 1 ? sum : `\\tfrac{1}{${divisor}} \\left( ${sum} \\right)`} = ${tex(loss)}`,
    ],
  };
}

/** The derivative by one output: that of the mean over the batch, as it is measured. */
export function workLoss(one: LossCase, cell: number): Worked | null {
  const outputs = one.output.values.length;
  const truth = expected(one.target, outputs);
  const [t, x] = [value(truth, cell), value(one.output.values, cell)];
  const name = byName("y", placeOf(cell, one.output.shape));
  const measured = value(one.gradient.values, cell);
  const { batch } = one;
  if (one.kind === "softmax_cross_entropy") {
    const p = value(probabilities(one.output.values), cell);
    return workedValue(
      name,
      ["\\tfrac1N (p_k - t_k)", `\\tfrac{1}{${batch}} (${tex(p)} - ${t})`],
      (p - t) / batch,
      measured,
      [[cell]],
      1 / batch,
    );
  }
  const over = `\\tfrac{1}{${batch} \\cdot ${outputs}}`;
  if (one.kind === "binary_cross_entropy") {
    const s = sigmoid(x);
    return workedValue(
      name,
      ["\\tfrac{1}{N K} (\\sigma(y_k) - t_k)", `${over} (${tex(s)} - ${tex(t)})`],
      (s - t) / (batch * outputs),
      measured,
      [[cell]],
      1 / (batch * outputs),
    );
  }
  const distance = distances(one.settings)[one.kind];
  if (distance === undefined) return null;
  const divisor = batch * (distance.overOutputs ? outputs : 1);
  return workedValue(
    name,
    [
      `${distance.overOutputs ? "\\tfrac{1}{N K}" : "\\tfrac1N"}\\, ${distance.slopeSymbols}`,
      `${distance.overOutputs ? over : `\\tfrac{1}{${batch}}`} \\cdot ${factor(distance.slope(x - t))}`,
    ],
    distance.slope(x - t) / divisor,
    measured,
    [[cell]],
    (Math.abs(x) + Math.abs(t)) / divisor,
  );
}
