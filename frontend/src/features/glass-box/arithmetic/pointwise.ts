/** Functions that map each value by itself: the value, the slope, and both in LaTeX. */
import { factor, tex } from "./latex";

export type Settings = Readonly<Record<string, unknown>>;

export interface Pointwise {
  readonly of: (x: number, settings: Settings) => number;
  /** The derivative, as the engines define it at kinks. */
  readonly slope: (x: number, settings: Settings) => number;
  readonly symbols: string;
  /** With x in place. */
  readonly written: (x: number, settings: Settings) => string;
  readonly slopeSymbols: string;
}

function setting(settings: Settings, name: string, usual: number): number {
  const found = settings[name];
  return typeof found === "number" ? found : usual;
}

function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** The error function by its series; Abramowitz and Stegun 7.1.6. */
export function erf(z: number): number {
  if (Math.abs(z) > 6) return Math.sign(z);
  let [term, sum] = [z, z];
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 300; n += 1) {
    term *= (2 * z * z) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-z * z) * sum;
}

const CUBE = 0.044715;
const ROOT = Math.sqrt(2 / Math.PI);

/** The probability that a standard normal value is smaller than x, and its derivative. */
function normal(x: number, settings: Settings): { probability: number; density: number } {
  if (settings.approximate === "tanh") {
    const probability = 0.5 * (1 + Math.tanh(ROOT * (x + CUBE * x ** 3)));
    return {
      probability,
      density: 2 * probability * (1 - probability) * ROOT * (1 + 3 * CUBE * x * x),
    };
  }
  return {
    probability: 0.5 * (1 + erf(x / Math.SQRT2)),
    density: Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI),
  };
}

export const pointwise: Readonly<Record<string, Pointwise>> = {
  identity: {
    of: (x) => x,
    slope: () => 1,
    symbols: "x",
    written: (x) => tex(x),
    slopeSymbols: "1",
  },
  relu: {
    of: (x) => Math.max(0, x),
    slope: (x) => (x > 0 ? 1 : 0),
    symbols: "\\max(0,\\, x)",
    written: (x) => `\\max(0,\\, ${tex(x)})`,
    slopeSymbols: "[x > 0]",
  },
  leaky_relu: {
    of: (x, settings) => (x > 0 ? x : setting(settings, "negative_slope", 0.01) * x),
    slope: (x, settings) => (x > 0 ? 1 : setting(settings, "negative_slope", 0.01)),
    symbols: "\\max(0, x) + a \\min(0, x)",
    written: (x, settings) =>
      x > 0 ? tex(x) : `${tex(setting(settings, "negative_slope", 0.01))} \\cdot ${factor(x)}`,
    slopeSymbols: "[x > 0] + a\\,[x \\le 0]",
  },
  elu: {
    of: (x, settings) => (x > 0 ? x : setting(settings, "alpha", 1) * Math.expm1(x)),
    slope: (x, settings) => (x > 0 ? 1 : setting(settings, "alpha", 1) * Math.exp(x)),
    symbols: "\\max(0, x) + \\min(0,\\, \\alpha (e^x - 1))",
    written: (x, settings) =>
      x > 0 ? tex(x) : `${tex(setting(settings, "alpha", 1))}\\, (e^{${tex(x)}} - 1)`,
    slopeSymbols: "[x > 0] + \\alpha e^x [x \\le 0]",
  },
  sigmoid: {
    of: sigmoid,
    slope: (x) => sigmoid(x) * sigmoid(-x),
    symbols: "\\frac{1}{1 + e^{-x}}",
    written: (x) => `\\frac{1}{1 + e^{${tex(-x)}}}`,
    slopeSymbols: "y\\,(1 - y)",
  },
  tanh: {
    of: Math.tanh,
    slope: (x) => 1 - Math.tanh(x) ** 2,
    symbols: "\\tanh x",
    written: (x) => `\\tanh ${factor(x)}`,
    slopeSymbols: "1 - y^2",
  },
  gelu: {
    of: (x, settings) => x * normal(x, settings).probability,
    slope: (x, settings) => {
      const { probability, density } = normal(x, settings);
      return probability + x * density;
    },
    symbols: "x\\, \\Phi(x)",
    written: (x, settings) =>
      `${factor(x)} \\cdot \\Phi(${tex(x)}) = ${factor(x)} \\cdot ${tex(normal(x, settings).probability)}`,
    slopeSymbols: "\\Phi(x) + x\\, \\varphi(x)",
  },
  silu: {
    of: (x) => x * sigmoid(x),
    slope: (x) => sigmoid(x) + x * sigmoid(x) * sigmoid(-x),
    symbols: "\\frac{x}{1 + e^{-x}}",
    written: (x) => `\\frac{${tex(x)}}{1 + e^{${tex(-x)}}}`,
    slopeSymbols: "s + y\\,(1 - s),\\ s = \\sigma(x)",
  },
  softplus: {
    of: (x, settings) => {
      const beta = setting(settings, "beta", 1);
      const scaled = beta * x;
      return (Math.max(scaled, 0) + Math.log1p(Math.exp(-Math.abs(scaled)))) / beta;
    },
    slope: (x, settings) => sigmoid(setting(settings, "beta", 1) * x),
    symbols: "\\tfrac{1}{\\beta} \\ln(1 + e^{\\beta x})",
    written: (x, settings) => {
      const beta = setting(settings, "beta", 1);
      return `\\tfrac{1}{${tex(beta)}} \\ln(1 + e^{${tex(beta * x)}})`;
    },
    slopeSymbols: "\\sigma(\\beta x)",
  },
  step: {
    of: (x) => (x > 0 ? 1 : 0),
    slope: () => 0,
    symbols: "[x > 0]",
    written: (x) => `[${tex(x)} > 0]`,
    slopeSymbols: "0",
  },
};
