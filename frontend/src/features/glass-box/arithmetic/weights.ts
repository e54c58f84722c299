/** The loss's derivative by one weight: what one sample adds to the batch's sum. */
import { indexOf, placeOf, type ReturnPass, sizeOf, type Terms, value, type Worked } from "./cases";
import { byName } from "./names";
import { batchNormal, layerNormal, normalised } from "./normalisation";
import { productTerms, total, valueTerms, workedSum } from "./sums";
import { type ImageShape, weightPairs, type WeightShape } from "./windows";

/**
 * One sample's part of the derivative by `name[cell]`. `measured` is the whole batch's, so both are equal only
 * where the batch is this sample.
 */
export function workWeight(pass: ReturnPass, name: string, cell: number): Worked | null {
  const terms = weightTerms(pass, name, cell);
  const tensor = pass.byParameter[name];
  if (terms === null || tensor === undefined) return null;
  const letter = name === "bias" ? "b" : "w";
  const worked = workedSum({
    name: byName(letter, placeOf(cell, tensor.shape)),
    symbols: symbolsOf(pass.kind, name),
    terms,
    measured: value(tensor.values, cell),
  });
  return { ...worked, parameters: { [name]: [cell] } };
}

/** One sample's part alone, as a number. */
export function weightShare(pass: ReturnPass, name: string, cell: number): number | null {
  const terms = weightTerms(pass, name, cell);
  return terms === null ? null : total(terms).sum;
}

function symbolsOf(kind: string, name: string): string {
  if (name === "bias") return "\\textstyle\\sum \\frac{\\partial L}{\\partial y}";
  if (kind.endsWith("norm")) {
    return "\\textstyle\\sum \\frac{\\partial L}{\\partial y}\\, \\hat x";
  }
  return "\\textstyle\\sum \\frac{\\partial L}{\\partial y}\\; x";
}

/** In these terms `input` stands for derivatives by the output, and `w` for what they are multiplied by. */
function weightTerms(pass: ReturnPass, name: string, cell: number): Terms | null {
  const tensor = pass.byParameter[name];
  const [input] = pass.inputs;
  if (tensor === undefined || input === undefined) return null;
  const { values: g, shape } = pass.gradient;
  const place = placeOf(cell, tensor.shape);
  if (pass.kind === "layer_norm") return layerTerms(pass, name, cell);
  if (name === "bias") return valueTerms(channelIndices(shape, place[0] ?? 0), g);
  if (pass.kind === "linear") {
    const [output = 0, taken = 0] = place;
    const pairs = { input: Int32Array.of(output), parameter: Int32Array.of(taken) };
    return productTerms(pairs, g, input.values, 1);
  }
  if (pass.kind === "batch_norm") return batchTerms(pass, cell);
  if (pass.window === null) return null;
  const isTransposed = pass.kind === "conv_transpose2d";
  const [seenFrom, image] = isTransposed ? [input.shape, shape] : [shape, input.shape];
  const pairs = weightPairs(
    pass.window,
    image as unknown as ImageShape,
    seenFrom as unknown as ImageShape,
    tensor.shape as unknown as WeightShape,
    place as unknown as WeightShape,
  );
  const [outputs, inputs] = isTransposed
    ? [pairs.input, pairs.parameter]
    : [pairs.parameter, pairs.input];
  return productTerms({ input: outputs, parameter: inputs }, g, input.values, outputs.length);
}

/** All cells of a channel, or the one of a vector. */
function channelIndices(shape: readonly number[], channel: number): Int32Array {
  const area = sizeOf(shape.slice(1));
  return Int32Array.from({ length: area }, (_, index) => channel * area + index);
}

function batchTerms(pass: ReturnPass, channel: number): Terms | null {
  const { values, shape } = pass.gradient;
  const indices = channelIndices(shape, channel);
  const normal = batchNormal(pass, indexOf([channel, ...shape.slice(1).map(() => 0)], shape));
  const input = pass.inputs[0]?.values;
  if (normal === null || input === undefined) return null;
  const terms = valueTerms(indices, values);
  return {
    ...terms,
    w: Float64Array.from(indices, (index) => normalised(value(input, index), normal)),
  };
}

/** A gamma of layer normalisation stands at one place of every part that is normalised. */
function layerTerms(pass: ReturnPass, name: string, cell: number): Terms | null {
  const input = pass.inputs[0];
  if (input === undefined) return null;
  const size = layerNormal(pass, 0).over.length;
  const parts = sizeOf(input.shape) / size;
  const indices = Int32Array.from({ length: parts }, (_, part) => part * size + cell);
  const terms = valueTerms(indices, pass.gradient.values);
  if (name === "bias") return terms;
  return {
    ...terms,
    w: Float64Array.from(indices, (index) =>
      normalised(value(input.values, index), layerNormal(pass, index)),
    ),
  };
}
