/** The loss's derivative by one cell of a node's input, worked out from the derivatives by its output. */
import { placeOf, type ReturnPass, sizeOf, value, type Worked } from "./cases";
import { batchNorm, layerNorm, responseNorm } from "./backwardNormalisation";
import { adaptivePooling, averagePooling, maxPooling } from "./backwardPooling";
import { derivative, measuredAt, type Rule } from "./derivative";
import { softmaxGroup, sourceOfConcat } from "./forward";
import { factor, tex } from "./latex";
import { byName } from "./names";
import { settingOf } from "./normalisation";
import { pointwise } from "./pointwise";
import { productTerms, workedSum } from "./sums";
import {
  type Cell,
  convolutionPairs,
  type ImageShape,
  spreadPairs,
  type WeightShape,
} from "./windows";

/**
 * @param cell which value of the input
 * @param input which of the node's inputs
 */
export function workBackward(pass: ReturnPass, cell: number, input = 0): Worked | null {
  const rule = rules[pass.kind];
  if (rule !== undefined) return rule(pass, cell, input);
  const map = pointwise[pass.kind];
  const [only] = pass.inputs;
  if (map === undefined || only === undefined) return null;
  const slope = map.slope(value(only.values, cell), pass.settings);
  const g = value(pass.gradient.values, cell);
  return derivative(pass, cell, input, {
    steps: [
      `${byName("y", placeOf(cell, only.shape))} \\cdot (${map.slopeSymbols})`,
      `${factor(g)} \\cdot ${factor(slope)}`,
    ],
    computed: g * slope,
    arriving: [cell],
    scale: Math.abs(g),
  });
}

const linear: Rule = (pass, cell) => {
  const { weight } = pass.parameters;
  const [input] = pass.inputs;
  if (weight === undefined || input === undefined) return null;
  const [outputs = 0] = weight.shape;
  const size = sizeOf(input.shape);
  const arriving = Int32Array.from({ length: outputs }, (_, index) => index);
  return workedSum({
    name: byName("x", placeOf(cell, input.shape)),
    symbols: `\\textstyle\\sum_o w_{o,${cell}} \\frac{\\partial L}{\\partial y_o}`,
    terms: productTerms(
      { input: arriving, parameter: arriving.map((output) => output * size + cell) },
      pass.gradient.values,
      weight.values,
      outputs,
    ),
    measured: measuredAt(pass, cell, 0),
    weight: "weight",
  });
};

function convolution(isTransposed: boolean): Rule {
  return (pass, cell) => {
    const { weight } = pass.parameters;
    const [input] = pass.inputs;
    if (weight === undefined || input === undefined || pass.window === null) return null;
    const place = placeOf(cell, input.shape);
    const pairs = (isTransposed ? convolutionPairs : spreadPairs)(
      pass.window,
      pass.gradient.shape as unknown as ImageShape,
      weight.shape as unknown as WeightShape,
      place as unknown as Cell,
    );
    return workedSum({
      name: byName("x", place),
      symbols: "\\textstyle\\sum_{o,u,v} w_{o,c,u,v}\\, \\frac{\\partial L}{\\partial y_{o,i,j}}",
      terms: productTerms(
        pairs,
        pass.gradient.values,
        weight.values,
        isTransposed ? pass.window.kernel[0] * pass.window.kernel[1] : pairs.input.length,
      ),
      measured: measuredAt(pass, cell, 0),
      weight: "weight",
    });
  };
}

/** Handed on as it is: to the same place, or to where the value came from. */
const handedOn: Rule = (pass, cell, input) => {
  const g = value(pass.gradient.values, cell);
  return derivative(pass, cell, input, {
    steps: [byName("y", placeOf(cell, pass.gradient.shape))],
    computed: g,
    arriving: [cell],
  });
};

/** The mask that dropout drew shows in the output, except where the value was zero anyway. */
const dropout: Rule = (pass, cell) => {
  const x = value(pass.inputs[0]?.values ?? [], cell);
  if (x === 0) return null;
  const g = value(pass.gradient.values, cell);
  const p = settingOf(pass, "p", 0.5);
  const mask = value(pass.output.values, cell) === 0 ? 0 : 1;
  return derivative(pass, cell, 0, {
    steps: [
      `\\frac{m}{1 - p}\\, ${byName("y", placeOf(cell, pass.gradient.shape))}`,
      `\\frac{${mask}}{1 - ${tex(p)}} \\cdot ${factor(g)}`,
    ],
    computed: (mask * g) / (1 - p),
    arriving: [cell],
    scale: Math.abs(g),
  });
};

const multiply: Rule = (pass, cell, input) => {
  const others = pass.inputs.filter((_, index) => index !== input);
  const values = others.map((other) => value(other.values, cell));
  const g = value(pass.gradient.values, cell);
  return derivative(pass, cell, input, {
    steps: [
      `${byName("y", placeOf(cell, pass.gradient.shape))} \\cdot \\textstyle\\prod_{j \\ne ${input + 1}} x^{(j)}`,
      [factor(g), ...values.map(factor)].join(" \\cdot "),
    ],
    computed: values.reduce((product, x) => product * x, g),
    arriving: [cell],
  });
};

const concat: Rule = (pass, cell, input) => {
  const before = pass.inputs.slice(0, input);
  const index = cell + before.reduce((sum, slice) => sum + sizeOf(slice.shape), 0);
  if (sourceOfConcat(pass.inputs, pass.gradient.shape, index)?.input !== input) return null;
  return derivative(pass, cell, input, {
    steps: [byName("y", placeOf(index, pass.gradient.shape))],
    computed: value(pass.gradient.values, index),
    arriving: [index],
  });
};

const softmax: Rule = (pass, cell) => {
  const group = softmaxGroup(pass.gradient.shape, cell);
  const products = group.map(
    (index) => value(pass.gradient.values, index) * value(pass.output.values, index),
  );
  const common = products.reduce((sum, one) => sum + one, 0);
  const [y, g] = [value(pass.output.values, cell), value(pass.gradient.values, cell)];
  return derivative(pass, cell, 0, {
    steps: [
      "y_k \\left( g_k - \\textstyle\\sum_j g_j y_j \\right)",
      `${factor(y)} \\left( ${tex(g)} - ${factor(common)} \\right)`,
    ],
    computed: y * (g - common),
    arriving: group,
    scale: y * (Math.abs(g) + products.reduce((sum, one) => sum + Math.abs(one), 0)),
  });
};

const rules: Readonly<Record<string, Rule>> = {
  linear,
  conv2d: convolution(false),
  conv_transpose2d: convolution(true),
  max_pool2d: maxPooling,
  avg_pool2d: averagePooling,
  adaptive_avg_pool2d: adaptivePooling,
  global_avg_pool2d: adaptivePooling,
  softmax,
  batch_norm: batchNorm,
  layer_norm: layerNorm,
  local_response_norm: responseNorm,
  dropout,
  flatten: handedOn,
  reshape: handedOn,
  add: handedOn,
  multiply,
  concat,
};
