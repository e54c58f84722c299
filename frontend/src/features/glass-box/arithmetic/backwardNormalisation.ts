/** Back through normalisations, whose mean and spread depend on what they normalise. */
import { type ReturnPass, sizeOf, value, type Worked } from "./cases";
import { derivative, type Rule } from "./derivative";
import { factor, tex } from "./latex";
import {
  batchNormal,
  layerNormal,
  type Normal,
  normalised,
  responseDivisor,
  settingOf,
} from "./normalisation";

export const batchNorm: Rule = (pass, cell) => {
  const normal = batchNormal(pass, cell);
  const { weight, bias } = pass.byParameter;
  if (normal === null || weight === undefined || bias === undefined) return null;
  // Both means run over batch and image; their sums are the derivatives by gamma and beta.
  const count = pass.batch * sizeOf(pass.gradient.shape.slice(1));
  return pass.isFrozen
    ? backThrough(pass, cell, normal, null, [cell])
    : backThrough(
        pass,
        cell,
        normal,
        {
          mean: value(bias.values, normal.parameter) / count,
          product: value(weight.values, normal.parameter) / count,
        },
        [cell],
      );
};

/** The derivative through a normalisation whose mean and variance are functions of x, or are not (`means` null). */
function backThrough(
  pass: ReturnPass,
  cell: number,
  normal: Normal,
  means: { mean: number; product: number } | null,
  arriving: ArrayLike<number>,
): Worked {
  const x = normalised(value(pass.inputs[0]?.values ?? [], cell), normal);
  const g = value(pass.gradient.values, cell);
  const spread = Math.sqrt(normal.variance + normal.epsilon);
  const slope = (normal.gamma ?? 1) / spread;
  const before = `\\frac{${tex(normal.gamma ?? 1)}}{${tex(spread)}}`;
  if (means === null) {
    return derivative(pass, cell, 0, {
      steps: [
        "\\frac{\\gamma}{\\sqrt{\\sigma^2 + \\varepsilon}}\\, g",
        `${before} \\cdot ${factor(g)}`,
      ],
      computed: slope * g,
      arriving,
    });
  }
  const { mean, product } = means;
  return derivative(pass, cell, 0, {
    steps: [
      "\\frac{\\gamma}{\\sqrt{\\sigma^2 + \\varepsilon}} \\left( g - \\overline{g} - \\hat x\\, \\overline{g \\hat x} \\right)",
      `${before} \\left( ${tex(g)} - ${factor(mean)} - ${factor(x)} \\cdot ${factor(product)} \\right)`,
    ],
    computed: slope * (g - mean - x * product),
    arriving,
    scale: Math.abs(slope) * (Math.abs(g) + Math.abs(mean) + Math.abs(x * product)),
  });
}

/** Each value is scaled by a gamma of its own, so the gradient is scaled first. */
export const layerNorm: Rule = (pass, cell) => {
  const normal = layerNormal(pass, cell);
  const { weight } = pass.parameters;
  const scaled = normal.over.map((index, place) => {
    return value(pass.gradient.values, index) * (weight ? value(weight.values, place) : 1);
  });
  const xs = normal.over.map((index) => {
    return normalised(value(pass.inputs[0]?.values ?? [], index), normal);
  });
  const mean = scaled.reduce((sum, h) => sum + h, 0) / scaled.length;
  const product = scaled.reduce((sum, h, place) => sum + h * value(xs, place), 0) / scaled.length;
  const h = value(scaled, normal.parameter);
  const x = value(xs, normal.parameter);
  const spread = Math.sqrt(normal.variance + normal.epsilon);
  return derivative(pass, cell, 0, {
    steps: [
      "\\frac{1}{\\sqrt{\\sigma^2 + \\varepsilon}} \\left( h - \\overline{h} - \\hat x\\, \\overline{h \\hat x} \\right),\\ h = \\gamma g",
      `\\frac{1}{${tex(spread)}} \\left( ${tex(h)} - ${factor(mean)} - ${factor(x)} \\cdot ${factor(product)} \\right)`,
    ],
    computed: (h - mean - x * product) / spread,
    arriving: normal.over,
    scale: (Math.abs(h) + Math.abs(mean) + Math.abs(x * product)) / spread,
  });
};

export const responseNorm: Rule = (pass, cell) => {
  const [input] = pass.inputs;
  if (input === undefined) return null;
  const beta = settingOf(pass, "beta", 0.75);
  const size = settingOf(pass, "size", 5);
  const area = sizeOf(input.shape.slice(1));
  const own = responseDivisor(pass, cell);
  // The channels around which this one lies, as many as it has neighbours or one more.
  const around = Array.from(
    { length: input.shape[0] ?? 1 },
    (_, at) => at * area + (cell % area),
  ).filter((index) => responseDivisor(pass, index).neighbours.includes(cell));
  const shared = around.reduce((sum, index) => {
    const ratio = value(pass.output.values, index) / responseDivisor(pass, index).divisor;
    return sum + value(pass.gradient.values, index) * ratio;
  }, 0);
  const x = value(input.values, cell);
  const g = value(pass.gradient.values, cell);
  const strength = (2 * settingOf(pass, "alpha", 1e-4) * beta) / size;
  return derivative(pass, cell, 0, {
    steps: [
      "g\\, d^{-\\beta} - \\tfrac{2 \\alpha \\beta}{n}\\, x \\textstyle\\sum_{c'} \\frac{g_{c'} y_{c'}}{d_{c'}}",
      `${factor(g)} \\cdot ${tex(own.divisor)}^{-${tex(beta)}} - ${factor(strength)} \\cdot ${factor(x)} \\cdot ${factor(shared)}`,
    ],
    computed: g * own.divisor ** -beta - strength * x * shared,
    arriving: around,
    scale: Math.abs(g),
  });
};
