/** One weight's update, worked out from its gradient and from what the optimizer remembered of it. */
import type { Worked } from "./cases";
import { factor, tex } from "./latex";

export interface UpdateCase {
  /** The optimizer as the run's spec has it, defaults included. */
  readonly optimizer: Readonly<Record<string, unknown>> & { readonly kind: string };
  readonly learningRate: number;
  /** The number of the update, from 1. */
  readonly step: number;
  /** The length of the whole gradient, by which it is clipped. */
  readonly gradientNorm: number | null;
  readonly weight: number;
  readonly gradient: number;
  readonly remembered: Readonly<Record<string, number>>;
  readonly measured: number;
  /** Whether the weights belong to a node that is not trained. */
  readonly isFrozen: boolean;
}

interface Rule {
  lines: string[];
  computed: number;
}

type Compute = (
  g: number,
  one: UpdateCase,
  setting: (name: string, usual: number) => number,
) => Rule;

const D = "\\Delta w";
const NEXT = "\\phantom{\\Delta w}";

/** The update of one weight; null for an optimizer whose rule is not written here. */
export function workUpdate(one: UpdateCase): Worked | null {
  if (one.isFrozen) {
    return finish(one, { lines: [`${D} = 0`], computed: 0 }, []);
  }
  const setting = (name: string, usual: number): number => {
    const found = one.optimizer[name];
    return typeof found === "number" ? found : usual;
  };
  const { g, lines } = penalised(one, setting);
  const rule = rules[one.optimizer.kind];
  return rule === undefined ? null : finish(one, rule(g, one, setting), lines);
}

function finish(one: UpdateCase, rule: Rule, before: string[]): Worked {
  return {
    lines: [...before, ...rule.lines, ...(one.isFrozen ? [] : [`${NEXT} = ${tex(rule.computed)}`])],
    computed: rule.computed,
    measured: one.measured,
    // An update is measured as the difference of two weights, and rounded as they are.
    scale: Math.abs(rule.computed) + Math.abs(one.weight) * 1e-2,
    terms: null,
    inputs: [],
    parameters: {},
  };
}

/** The gradient that the rule sees: clipped, and with the derivatives of the penalties added. */
function penalised(
  one: UpdateCase,
  setting: (name: string, usual: number) => number,
): { g: number; lines: string[] } {
  const [l1, clip] = [setting("l1", 0), setting("clip_norm", 0)];
  const decay = one.optimizer.kind === "adamw" ? 0 : setting("weight_decay", 0);
  if (l1 === 0 && clip === 0 && decay === 0) return { g: one.gradient, lines: [] };
  const norm = one.gradientNorm ?? 0;
  const share = clip > 0 ? Math.min(1, clip / (norm + 1e-6)) : 1;
  const g = one.gradient * share + l1 * Math.sign(one.weight) + decay * one.weight;
  const symbols = [clip > 0 ? "\\min(1, \\tfrac{c}{\\lVert g \\rVert})\\, g" : "g"];
  const written = [
    share === 1 ? tex(one.gradient) : `${tex(share)} \\cdot ${factor(one.gradient)}`,
  ];
  if (l1 !== 0) {
    symbols.push("\\lambda_1 \\mathrm{sign}(w)");
    written.push(`${factor(l1)} \\cdot ${factor(Math.sign(one.weight))}`);
  }
  if (decay !== 0) {
    symbols.push("\\lambda w");
    written.push(`${factor(decay)} \\cdot ${factor(one.weight)}`);
  }
  return { g, lines: [`g' = ${symbols.join(" + ")} = ${written.join(" + ")} = ${tex(g)}`] };
}

function velocity(g: number, one: UpdateCase, momentum: number): { v: number; line: string } {
  const before = one.remembered.velocity ?? 0;
  const v = momentum * before + g;
  return {
    v,
    line: `v = \\mu v + g = ${tex(momentum)} \\cdot ${factor(before)} + ${factor(g)} = ${tex(v)}`,
  };
}

function moving(
  name: string,
  symbol: string,
  rate: number,
  before: number,
  now: number,
): { next: number; line: string } {
  const next = rate * before + (1 - rate) * now;
  return {
    next,
    line: `${name} = ${symbol} = ${tex(rate)} \\cdot ${factor(before)} + ${tex(1 - rate)} \\cdot ${factor(now)} = ${tex(next)}`,
  };
}

const adam: Compute = (g, one, setting) => {
  const [beta1, beta2] = [setting("beta1", 0.9), setting("beta2", 0.999)];
  const eps = setting("eps", 1e-8);
  const mean = moving("m", "\\beta_1 m + (1 - \\beta_1) g", beta1, one.remembered.mean ?? 0, g);
  const squares = moving(
    "v",
    "\\beta_2 v + (1 - \\beta_2) g^2",
    beta2,
    one.remembered.squares ?? 0,
    g * g,
  );
  const m = mean.next / (1 - beta1 ** one.step);
  const v = squares.next / (1 - beta2 ** one.step);
  const decay = one.optimizer.kind === "adamw" ? setting("weight_decay", 0.01) : 0;
  const step = (one.learningRate * m) / (Math.sqrt(v) + eps);
  return {
    lines: [
      mean.line,
      squares.line,
      `\\hat m = \\tfrac{m}{1 - \\beta_1^{${one.step}}} = ${tex(m)},\\quad \\hat v = \\tfrac{v}{1 - \\beta_2^{${one.step}}} = ${tex(v)}`,
      `${D} = -\\eta \\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}${decay > 0 ? " - \\eta \\lambda w" : ""}`,
      `${NEXT} = -${tex(one.learningRate)} \\cdot \\frac{${tex(m)}}{${tex(Math.sqrt(v))} + ${tex(eps)}}${
        decay > 0
          ? ` - ${tex(one.learningRate)} \\cdot ${factor(decay)} \\cdot ${factor(one.weight)}`
          : ""
      }`,
    ],
    computed: -step - one.learningRate * decay * one.weight,
  };
};

const rules: Readonly<Record<string, Compute>> = {
  sgd: (g, one) => ({
    lines: [`${D} = -\\eta\\, g = -${tex(one.learningRate)} \\cdot ${factor(g)}`],
    computed: -one.learningRate * g,
  }),
  momentum: (g, one, setting) => {
    const { v, line } = velocity(g, one, setting("momentum", 0.9));
    return {
      lines: [line, `${D} = -\\eta\\, v = -${tex(one.learningRate)} \\cdot ${factor(v)}`],
      computed: -one.learningRate * v,
    };
  },
  nesterov: (g, one, setting) => {
    const momentum = setting("momentum", 0.9);
    const { v, line } = velocity(g, one, momentum);
    return {
      lines: [
        line,
        `${D} = -\\eta\\,(g + \\mu v) = -${tex(one.learningRate)} \\cdot (${tex(g)} + ${tex(momentum)} \\cdot ${factor(v)})`,
      ],
      computed: -one.learningRate * (g + momentum * v),
    };
  },
  adagrad: (g, one, setting) => {
    const before = one.remembered.squares ?? 0;
    const h = before + g * g;
    const eps = setting("eps", 1e-10);
    return {
      lines: [
        `h = h + g^2 = ${tex(before)} + ${factor(g)}^2 = ${tex(h)}`,
        `${D} = -\\frac{\\eta\\, g}{\\sqrt h + \\varepsilon} = -\\frac{${tex(one.learningRate)} \\cdot ${factor(g)}}{${tex(Math.sqrt(h))} + ${tex(eps)}}`,
      ],
      computed: (-one.learningRate * g) / (Math.sqrt(h) + eps),
    };
  },
  rmsprop: (g, one, setting) => {
    const eps = setting("eps", 1e-8);
    const h = moving(
      "h",
      "\\rho h + (1 - \\rho) g^2",
      setting("alpha", 0.99),
      one.remembered.squares ?? 0,
      g * g,
    );
    return {
      lines: [
        h.line,
        `${D} = -\\frac{\\eta\\, g}{\\sqrt h + \\varepsilon} = -\\frac{${tex(one.learningRate)} \\cdot ${factor(g)}}{${tex(Math.sqrt(h.next))} + ${tex(eps)}}`,
      ],
      computed: (-one.learningRate * g) / (Math.sqrt(h.next) + eps),
    };
  },
  adadelta: (g, one, setting) => {
    const eps = setting("eps", 1e-6);
    const h = moving(
      "h",
      "\\rho h + (1 - \\rho) g^2",
      setting("rho", 0.9),
      one.remembered.squares ?? 0,
      g * g,
    );
    const s = one.remembered.steps ?? 0;
    const taken = (g * Math.sqrt(s + eps)) / Math.sqrt(h.next + eps);
    return {
      lines: [
        h.line,
        `${D} = -\\eta\\, g\\, \\frac{\\sqrt{s + \\varepsilon}}{\\sqrt{h + \\varepsilon}} = -${tex(one.learningRate)} \\cdot ${factor(g)} \\cdot \\frac{\\sqrt{${tex(s)} + ${tex(eps)}}}{\\sqrt{${tex(h.next)} + ${tex(eps)}}}`,
      ],
      computed: -one.learningRate * taken,
    };
  },
  adam,
  adamw: adam,
};
