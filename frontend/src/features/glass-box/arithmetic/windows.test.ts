import { describe, expect, it } from "vitest";
import type { TraceWindow } from "./cases";
import { indexOf, placeOf, sizeOf, value } from "./cases";
import {
  adaptiveIndices,
  adaptivePart,
  adaptiveSpread,
  type Cell,
  convolutionPairs,
  type ImageShape,
  poolingIndices,
  poolingSpread,
  spreadPairs,
  weightPairs,
  type WeightShape,
  windowPlaces,
} from "./windows";

/** Mulberry32: the same examples on every run. */
function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Example {
  window: TraceWindow;
  image: ImageShape;
  output: ImageShape;
  weight: WeightShape;
  x: Float64Array;
  w: Float64Array;
}

/** A convolution of random sizes: strides, margins, dilations and groups that nobody thought of. */
function example(seed: number): Example | null {
  const random = randomness(seed);
  const whole = (least: number, most: number): number =>
    least + Math.floor(random() * (most - least + 1));
  const pair = (least: number, most: number): [number, number] => [
    whole(least, most),
    whole(least, most),
  ];
  const groups = whole(1, 3);
  const [kernel, stride, dilation] = [pair(1, 3), pair(1, 3), pair(1, 3)];
  const margins: [[number, number], [number, number]] = [pair(0, 2), pair(0, 2)];
  const image: ImageShape = [groups * whole(1, 2), whole(1, 7), whole(1, 7)];
  const [rows, columns] = ([0, 1] as const).map((axis) => {
    const size = value(image, axis + 1) + margins[axis][0] + margins[axis][1];
    return Math.floor((size - dilation[axis] * (kernel[axis] - 1) - 1) / stride[axis]) + 1;
  });
  if (rows === undefined || columns === undefined || rows < 1 || columns < 1) return null;
  const output: ImageShape = [groups * whole(1, 2), rows, columns];
  const weight: WeightShape = [output[0], image[0] / groups, ...kernel];
  return {
    window: { kernel, stride, dilation, margins, groups },
    image,
    output,
    weight,
    x: Float64Array.from({ length: sizeOf(image) }, () => random() - 0.5),
    w: Float64Array.from({ length: sizeOf(weight) }, () => random() - 0.5),
  };
}

const examples = Array.from({ length: 200 }, (_, seed) => example(seed)).filter(
  (one) => one !== null,
);

/** A convolution the other way: lay the image out with its margin, then slide over it. */
function convolve({ window, image, output, weight, x, w }: Example): Float64Array {
  const [channels, height, width] = image;
  const [[top, bottom], [left, right]] = window.margins;
  const padded = Array.from({ length: channels }, (_, c) =>
    Array.from({ length: top + height + bottom }, (_, row) =>
      Array.from({ length: left + width + right }, (_, column) => {
        const [y, at] = [row - top, column - left];
        const isInside = y >= 0 && y < height && at >= 0 && at < width;
        return isInside ? value(x, (c * height + y) * width + at) : 0;
      }),
    ),
  );
  const result = new Float64Array(sizeOf(output));
  for (const cell of result.keys()) {
    const [o = 0, i = 0, j = 0] = placeOf(cell, output);
    const group = Math.floor(o / (output[0] / window.groups));
    for (let c = 0; c < weight[1]; c += 1) {
      for (let u = 0; u < weight[2]; u += 1) {
        for (let v = 0; v < weight[3]; v += 1) {
          const row = i * window.stride[0] + u * window.dilation[0];
          const column = j * window.stride[1] + v * window.dilation[1];
          const seen = padded[group * weight[1] + c]?.[row]?.[column] ?? Number.NaN;
          result[cell] = (result[cell] ?? 0) + seen * value(w, indexOf([o, c, u, v], weight));
        }
      }
    }
  }
  return result;
}

function dot(
  pairs: { input: Int32Array; parameter: Int32Array },
  x: Float64Array,
  w: Float64Array,
): number {
  return pairs.input.reduce((sum, index, term) => {
    return sum + (index < 0 ? 0 : value(x, index) * value(w, value(pairs.parameter, term)));
  }, 0);
}

describe("windows", () => {
  it("were drawn in many sorts", () => {
    expect(examples.length).toBeGreaterThan(100);
    expect(examples.some(({ window }) => window.groups > 1 && window.dilation[0] > 1)).toBe(true);
  });

  it("give every output as the sum of what they see, times the filter", () => {
    for (const one of examples) {
      for (const [cell, expected] of convolve(one).entries()) {
        const place = placeOf(cell, one.output) as unknown as Cell;
        const pairs = convolutionPairs(one.window, one.image, one.weight, place);
        expect(pairs.input).toHaveLength(one.weight[1] * one.weight[2] * one.weight[3]);
        expect(dot(pairs, one.x, one.w)).toBeCloseTo(expected, 12);
      }
    }
  });

  it("name the same pairs seen from the input, the output and the weight", () => {
    for (const { window, image, output, weight } of examples) {
      const all = new Set<string>();
      for (let cell = 0; cell < sizeOf(output); cell += 1) {
        const place = placeOf(cell, output) as unknown as Cell;
        const { input, parameter } = convolutionPairs(window, image, weight, place);
        for (const [term, pixel] of input.entries()) {
          if (pixel >= 0) all.add(`${pixel} ${cell} ${value(parameter, term)}`);
        }
      }
      const fromInput = new Set<string>();
      for (let pixel = 0; pixel < sizeOf(image); pixel += 1) {
        const place = placeOf(pixel, image) as unknown as Cell;
        const { input, parameter } = spreadPairs(window, output, weight, place);
        for (const [term, cell] of input.entries()) {
          fromInput.add(`${pixel} ${cell} ${value(parameter, term)}`);
        }
      }
      const fromWeight = new Set<string>();
      for (let at = 0; at < sizeOf(weight); at += 1) {
        const place = placeOf(at, weight) as unknown as WeightShape;
        const { input, parameter } = weightPairs(window, image, output, weight, place);
        for (const [term, pixel] of input.entries()) {
          fromWeight.add(`${pixel} ${value(parameter, term)} ${at}`);
        }
      }
      expect(fromInput).toEqual(all);
      expect(fromWeight).toEqual(all);
    }
  });

  it("of poolings see one channel, and are seen by what they see", () => {
    for (const { window, image, output } of examples) {
      const pooled: ImageShape = [image[0], output[1], output[2]];
      for (let cell = 0; cell < sizeOf(pooled); cell += 1) {
        const place = placeOf(cell, pooled) as unknown as Cell;
        const indices = poolingIndices(window, image, place);
        expect(indices).toHaveLength(window.kernel[0] * window.kernel[1]);
        const places = windowPlaces(window, place[1], place[2]);
        for (const [term, index] of indices.entries()) {
          const [row, column] = places[term] ?? [0, 0];
          const isInside = row >= 0 && row < image[1] && column >= 0 && column < image[2];
          expect(index).toBe(isInside ? indexOf([place[0], row, column], image) : -1);
          if (index < 0) continue;
          const seenBy = poolingSpread(window, pooled, placeOf(index, image) as unknown as Cell);
          expect(seenBy).toContain(cell);
        }
      }
    }
  });

  it("of adaptive poolings share the image out and overlap by at most a row", () => {
    for (let size = 1; size <= 9; size += 1) {
      for (let parts = 1; parts <= size; parts += 1) {
        const ends = Array.from({ length: parts }, (_, at) => adaptivePart(at, parts, size));
        expect(ends[0]?.[0]).toBe(0);
        expect(ends.at(-1)?.[1]).toBe(size);
        for (const [before, after] of ends.slice(1).map((end, at) => [ends[at], end] as const)) {
          expect((before?.[1] ?? 0) - after[0]).toBeGreaterThanOrEqual(0);
          expect((before?.[1] ?? 0) - after[0]).toBeLessThanOrEqual(1);
        }
      }
    }
    const [image, output]: [ImageShape, ImageShape] = [
      [2, 5, 7],
      [2, 3, 2],
    ];
    for (let cell = 0; cell < sizeOf(output); cell += 1) {
      for (const index of adaptiveIndices(
        image,
        output,
        placeOf(cell, output) as unknown as Cell,
      )) {
        const seenBy = adaptiveSpread(image, output, placeOf(index, image) as unknown as Cell);
        expect(seenBy).toContain(cell);
      }
    }
  });
});
