/** One cell of a node's output, worked out from what the node took in. */
import { type Pass, placeOf, indexOf, sizeOf, type Slice, value, type Worked } from "./cases";
import { factor, tex } from "./latex";
import { cellName } from "./names";
import { batchNormal, layerNormal, workedNormal, workedResponse } from "./normalisation";
import { pointwise } from "./pointwise";
import { biasOf, productTerms, valueTerms, workedSum, workedValue } from "./sums";
import {
  adaptiveIndices,
  type Cell,
  convolutionPairs,
  type ImageShape,
  poolingIndices,
  spreadPairs,
  type WeightShape,
} from "./windows";

type Rule = (pass: Pass, cell: number) => Worked | null;

/** The arithmetic of one output; null for a kind that has none written here. */
export function workForward(pass: Pass, cell: number): Worked | null {
  const rule = rules[pass.kind];
  if (rule !== undefined) return rule(pass, cell);
  const map = pointwise[pass.kind];
  const [input] = pass.inputs;
  if (map === undefined || input === undefined) return null;
  const x = value(input.values, cell);
  return workedValue(
    nameOf(pass, cell),
    [map.symbols, map.written(x, pass.settings)],
    map.of(x, pass.settings),
    value(pass.output.values, cell),
    [[cell]],
    Math.abs(x),
  );
}

function nameOf(pass: Pass, cell: number): string {
  return cellName("y", placeOf(cell, pass.output.shape));
}

/** A linear layer's output is a sum over all of its inputs. */
function linear(pass: Pass, cell: number): Worked | null {
  const [input] = pass.inputs;
  const { weight } = pass.parameters;
  if (input === undefined || weight === undefined) return null;
  const size = sizeOf(input.shape);
  const indices = Int32Array.from({ length: size }, (_, index) => index);
  const weights = indices.map((index) => cell * size + index);
  return workedSum({
    name: nameOf(pass, cell),
    symbols: `\\textstyle\\sum_k w_{${cell},k}\\, x_k${pass.parameters.bias ? ` + b_{${cell}}` : ""}`,
    terms: productTerms({ input: indices, parameter: weights }, input.values, weight.values, size),
    bias: biasOf(pass.parameters, cell),
    measured: value(pass.output.values, cell),
    weight: "weight",
  });
}

function convolution(isTransposed: boolean): Rule {
  return (pass, cell) => {
    const [input] = pass.inputs;
    const { weight } = pass.parameters;
    if (input === undefined || weight === undefined || pass.window === null) return null;
    const place = placeOf(cell, pass.output.shape) as unknown as Cell;
    const pairs = (isTransposed ? spreadPairs : convolutionPairs)(
      pass.window,
      input.shape as unknown as ImageShape,
      weight.shape as unknown as WeightShape,
      place,
    );
    const [output] = place;
    const bias = pass.parameters.bias ? ` + b_{${output}}` : "";
    return workedSum({
      name: nameOf(pass, cell),
      symbols: isTransposed
        ? `\\textstyle\\sum_{c,i,j} w_{c,${output},u,v}\\; x_{c,i,j}${bias}`
        : `\\textstyle\\sum_{c,u,v} w_{${output},c,u,v}\\; x_{c,\\,is+du-p,\\,js+dv-p}${bias}`,
      terms: productTerms(
        pairs,
        input.values,
        weight.values,
        isTransposed ? pairs.input.length : pass.window.kernel[0] * pass.window.kernel[1],
      ),
      bias: biasOf(pass.parameters, output),
      measured: value(pass.output.values, cell),
      weight: "weight",
    });
  };
}

/** The image that a pooling takes, and its output as an image. */
function images(pass: Pass): { input: Slice; image: ImageShape; output: ImageShape } | null {
  const [input] = pass.inputs;
  const [channels, height, width] = input?.shape ?? [];
  if (input === undefined || channels === undefined) return null;
  if (height === undefined || width === undefined) return null;
  const [, rows = 1, columns = 1] = pass.output.shape;
  return { input, image: [channels, height, width], output: [channels, rows, columns] };
}

function imageCell(cell: number, output: ImageShape): Cell {
  return placeOf(cell, output) as unknown as Cell;
}

const maxPooling: Rule = (pass, cell) => {
  const found = images(pass);
  if (found === null || pass.window === null) return null;
  const indices = poolingIndices(pass.window, found.image, imageCell(cell, found.output));
  const terms = valueTerms(indices, found.input.values, -Infinity);
  const inside = [...terms.x].filter((x) => x !== -Infinity);
  const largest = Math.max(...inside);
  return {
    ...workedValue(
      nameOf(pass, cell),
      [
        "\\textstyle\\max_{u,v}\\, x_{c,\\,is+u,\\,js+v}",
        `\\max(${inside.slice(0, 9).map(tex).join(",\\, ")}${inside.length > 9 ? ",\\, \\dots" : ""})`,
      ],
      largest,
      value(pass.output.values, cell),
      [indices],
    ),
    terms,
  };
};

const averagePooling: Rule = (pass, cell) => {
  const found = images(pass);
  if (found === null || pass.window === null) return null;
  const indices = poolingIndices(pass.window, found.image, imageCell(cell, found.output));
  return workedSum({
    name: nameOf(pass, cell),
    symbols: "\\tfrac{1}{k_h k_w} \\textstyle\\sum_{u,v} x_{c,\\,is+u,\\,js+v}",
    terms: valueTerms(indices, found.input.values),
    count: indices.length,
    measured: value(pass.output.values, cell),
  });
};

const adaptivePooling: Rule = (pass, cell) => {
  const found = images(pass);
  if (found === null) return null;
  const indices = adaptiveIndices(found.image, found.output, imageCell(cell, found.output));
  return workedSum({
    name: nameOf(pass, cell),
    symbols: "\\tfrac{1}{n} \\textstyle\\sum x",
    terms: valueTerms(indices, found.input.values),
    count: indices.length,
    measured: value(pass.output.values, cell),
  });
};

/** Every share depends on all values at the same pixel, or of the same vector. */
export function softmaxGroup(shape: readonly number[], cell: number): number[] {
  const area = sizeOf(shape.slice(1));
  return Array.from({ length: shape[0] ?? 1 }, (_, at) => at * area + (cell % area));
}

const softmax: Rule = (pass, cell) => {
  const [input] = pass.inputs;
  if (input === undefined) return null;
  const group = softmaxGroup(input.shape, cell);
  const values = group.map((index) => value(input.values, index));
  const largest = Math.max(...values);
  const sum = values.reduce((all, x) => all + Math.exp(x - largest), 0);
  const x = value(input.values, cell);
  const shown = values.slice(0, 4).map((one) => `e^{${tex(one)}}`);
  return workedValue(
    nameOf(pass, cell),
    [
      "\\frac{e^{x_k}}{\\sum_j e^{x_j}}",
      `\\frac{e^{${tex(x)}}}{${shown.join(" + ")}${values.length > 4 ? " + \\cdots" : ""}}`,
    ],
    Math.exp(x - largest) / sum,
    value(pass.output.values, cell),
    [group],
    1,
  );
};

const batchNorm: Rule = (pass, cell) => {
  const normal = batchNormal(pass, cell);
  return normal === null ? null : workedNormal(pass, cell, normal);
};

/** The share that stays is scaled up; what was dropped is zero. A value of zero does not tell. */
const dropout: Rule = (pass, cell) => {
  const [input] = pass.inputs;
  if (input === undefined) return null;
  const [x, y] = [value(input.values, cell), value(pass.output.values, cell)];
  const p = typeof pass.settings.p === "number" ? pass.settings.p : 0.5;
  const kept = y !== 0;
  return workedValue(
    nameOf(pass, cell),
    ["\\frac{m\\, x}{1 - p}", `\\frac{${kept ? 1 : 0} \\cdot ${factor(x)}}{1 - ${tex(p)}}`],
    kept ? x / (1 - p) : 0,
    y,
    [[cell]],
    Math.abs(x),
  );
};

const relabelled: Rule = (pass, cell) => {
  const [input] = pass.inputs;
  if (input === undefined) return null;
  const x = value(input.values, cell);
  return workedValue(
    nameOf(pass, cell),
    [cellName("x", placeOf(cell, input.shape))],
    x,
    value(pass.output.values, cell),
    [[cell]],
  );
};

const add: Rule = (pass, cell) => {
  const values = pass.inputs.map((input) => value(input.values, cell));
  return workedValue(
    nameOf(pass, cell),
    [values.map((_, index) => `x^{(${index + 1})}`).join(" + "), values.map(factor).join(" + ")],
    values.reduce((sum, x) => sum + x, 0),
    value(pass.output.values, cell),
    values.map(() => [cell]),
    values.reduce((sum, x) => sum + Math.abs(x), 0),
  );
};

const multiply: Rule = (pass, cell) => {
  const values = pass.inputs.map((input) => value(input.values, cell));
  return workedValue(
    nameOf(pass, cell),
    [
      values.map((_, index) => `x^{(${index + 1})}`).join(" \\cdot "),
      values.map(factor).join(" \\cdot "),
    ],
    values.reduce((product, x) => product * x, 1),
    value(pass.output.values, cell),
    values.map(() => [cell]),
  );
};

/** Which input a cell of a concatenation comes from, and where it stands there. */
export function sourceOfConcat(
  inputs: readonly Slice[],
  shape: readonly number[],
  cell: number,
): { input: number; index: number } | null {
  const [channel = 0, ...rest] = placeOf(cell, shape);
  let first = 0;
  for (const [input, slice] of inputs.entries()) {
    const [channels = 0] = slice.shape;
    if (channel < first + channels) {
      return { input, index: indexOf([channel - first, ...rest], slice.shape) };
    }
    first += channels;
  }
  return null;
}

const concat: Rule = (pass, cell) => {
  const from = sourceOfConcat(pass.inputs, pass.output.shape, cell);
  const input = from === null ? undefined : pass.inputs[from.input];
  if (from === null || input === undefined) return null;
  return workedValue(
    nameOf(pass, cell),
    [cellName(`x^{(${from.input + 1})}`, placeOf(from.index, input.shape))],
    value(input.values, from.index),
    value(pass.output.values, cell),
    pass.inputs.map((_, index) => (index === from.input ? [from.index] : [])),
  );
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
  layer_norm: (pass, cell) => workedNormal(pass, cell, layerNormal(pass, cell)),
  local_response_norm: workedResponse,
  dropout,
  flatten: relabelled,
  reshape: relabelled,
  add,
  multiply,
  concat,
};
