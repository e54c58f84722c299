/**
 * Windows over images as index arithmetic: which inputs an output is made of, and which outputs an input
 * takes part in. Images are (channels, height, width), convolutions' weights (out, in / groups, height, width),
 * those of transposed ones (in, out / groups, height, width).
 *
 * Output (i, j) of a convolution sees, at place (u, v) of its window, pixel (i s + d u - p, j s + d v - p).
 */
import type { TraceWindow } from "./cases";

export type ImageShape = readonly [channels: number, height: number, width: number];
export type WeightShape = readonly [number, number, number, number];
export type Cell = readonly [channel: number, row: number, column: number];

/** Two indices for each term: what is seen, and by which weight. */
export interface Pairs {
  readonly input: Int32Array;
  readonly parameter: Int32Array;
}

/** The pixel that place `offset` of window `at` sees, along one axis; it may lie outside. */
export function seen(window: TraceWindow, axis: 0 | 1, at: number, offset: number): number {
  return at * window.stride[axis] + offset * window.dilation[axis] - window.margins[axis][0];
}

/** The window that sees `pixel` at place `offset`, along one axis; null where none does. */
export function seeing(
  window: TraceWindow,
  axis: 0 | 1,
  pixel: number,
  offset: number,
): number | null {
  const from = pixel + window.margins[axis][0] - offset * window.dilation[axis];
  return from % window.stride[axis] === 0 ? from / window.stride[axis] : null;
}

function isInside(row: number, column: number, [, height, width]: ImageShape): boolean {
  return row >= 0 && row < height && column >= 0 && column < width;
}

function flat(channel: number, row: number, column: number, shape: ImageShape): number {
  return (channel * shape[1] + row) * shape[2] + column;
}

/** What one output of a convolution is made of: the row of im2col, and the filter laid over it. */
export function convolutionPairs(
  window: TraceWindow,
  image: ImageShape,
  weight: WeightShape,
  [output, row, column]: Cell,
): Pairs {
  const [outputs, channels, height, width] = weight;
  const first = Math.floor(output / (outputs / window.groups)) * channels;
  const input = new Int32Array(channels * height * width);
  const parameter = new Int32Array(input.length);
  let term = 0;
  for (let channel = 0; channel < channels; channel += 1) {
    for (let u = 0; u < height; u += 1) {
      for (let v = 0; v < width; v += 1) {
        const [y, x] = [seen(window, 0, row, u), seen(window, 1, column, v)];
        input[term] = isInside(y, x, image) ? flat(first + channel, y, x, image) : -1;
        parameter[term] = ((output * channels + channel) * height + u) * width + v;
        term += 1;
      }
    }
  }
  return { input, parameter };
}

/**
 * Where one input of a convolution takes part: outputs, and by which weight. These are also the inputs that
 * an output of the transposed convolution is made of.
 *
 * @param image the shape of the outputs that are looked for
 */
export function spreadPairs(
  window: TraceWindow,
  image: ImageShape,
  weight: WeightShape,
  [input, row, column]: Cell,
): Pairs {
  const [outputs, channels, height, width] = weight;
  const outputsInGroup = outputs / window.groups;
  const first = Math.floor(input / channels) * outputsInGroup;
  const found: number[] = [];
  const weights: number[] = [];
  for (let output = first; output < first + outputsInGroup; output += 1) {
    for (let u = 0; u < height; u += 1) {
      for (let v = 0; v < width; v += 1) {
        const [y, x] = [seeing(window, 0, row, u), seeing(window, 1, column, v)];
        if (y === null || x === null || !isInside(y, x, image)) continue;
        found.push(flat(output, y, x, image));
        weights.push(((output * channels + (input % channels)) * height + u) * width + v);
      }
    }
  }
  return { input: Int32Array.from(found), parameter: Int32Array.from(weights) };
}

/** What one weight of a convolution was multiplied with: for each output that it took part in, the pixel seen. */
export function weightPairs(
  window: TraceWindow,
  image: ImageShape,
  output: ImageShape,
  weight: WeightShape,
  [o, c, u, v]: readonly [number, number, number, number],
): Pairs {
  const channel = Math.floor(o / (weight[0] / window.groups)) * weight[1] + c;
  const inputs: number[] = [];
  const outputs: number[] = [];
  for (let row = 0; row < output[1]; row += 1) {
    for (let column = 0; column < output[2]; column += 1) {
      const [y, x] = [seen(window, 0, row, u), seen(window, 1, column, v)];
      if (!isInside(y, x, image)) continue;
      inputs.push(flat(channel, y, x, image));
      outputs.push(flat(o, row, column, output));
    }
  }
  return { input: Int32Array.from(inputs), parameter: Int32Array.from(outputs) };
}

/** What one output of a pooling is made of, place by place; -1 over the margin. */
export function poolingIndices(
  window: TraceWindow,
  image: ImageShape,
  [channel, row, column]: Cell,
): Int32Array {
  const [height, width] = window.kernel;
  return Int32Array.from({ length: height * width }, (_, place) => {
    const y = seen(window, 0, row, Math.floor(place / width));
    const x = seen(window, 1, column, place % width);
    return isInside(y, x, image) ? flat(channel, y, x, image) : -1;
  });
}

/** The outputs of a pooling that one pixel takes part in. */
export function poolingSpread(
  window: TraceWindow,
  output: ImageShape,
  [channel, row, column]: Cell,
): Int32Array {
  const [height, width] = window.kernel;
  const found: number[] = [];
  for (let u = 0; u < height; u += 1) {
    for (let v = 0; v < width; v += 1) {
      const [y, x] = [seeing(window, 0, row, u), seeing(window, 1, column, v)];
      if (y !== null && x !== null && isInside(y, x, output))
        found.push(flat(channel, y, x, output));
    }
  }
  return Int32Array.from(found);
}

/** Where part `at` of `parts` begins and ends when `size` pixels are shared out, as adaptive pooling does. */
export function adaptivePart(at: number, parts: number, size: number): readonly [number, number] {
  return [Math.floor((at * size) / parts), Math.ceil(((at + 1) * size) / parts)];
}

/** What one output of an adaptive pooling is made of; a global one has a single output each channel. */
export function adaptiveIndices(
  image: ImageShape,
  output: ImageShape,
  [channel, row, column]: Cell,
): Int32Array {
  const [top, bottom] = adaptivePart(row, output[1], image[1]);
  const [left, right] = adaptivePart(column, output[2], image[2]);
  const found: number[] = [];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) found.push(flat(channel, y, x, image));
  }
  return Int32Array.from(found);
}

/** The outputs of an adaptive pooling that one pixel takes part in. */
export function adaptiveSpread(
  image: ImageShape,
  output: ImageShape,
  [channel, row, column]: Cell,
): Int32Array {
  const found: number[] = [];
  for (let y = 0; y < output[1]; y += 1) {
    const [top, bottom] = adaptivePart(y, output[1], image[1]);
    if (row < top || row >= bottom) continue;
    for (let x = 0; x < output[2]; x += 1) {
      const [left, right] = adaptivePart(x, output[2], image[2]);
      if (column >= left && column < right) found.push(flat(channel, y, x, output));
    }
  }
  return Int32Array.from(found);
}

/** The places of a window over an image with its margin: rows and columns, which may lie outside the image. */
export function windowPlaces(
  window: TraceWindow,
  row: number,
  column: number,
): readonly (readonly [row: number, column: number])[] {
  const [height, width] = window.kernel;
  return Array.from(
    { length: height * width },
    (_, place) =>
      [
        seen(window, 0, row, Math.floor(place / width)),
        seen(window, 1, column, place % width),
      ] as const,
  );
}
