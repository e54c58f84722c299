import { describe, expect, it } from "vitest";
import { align, decimate } from "./decimate";
import { Smoother } from "./smoothing";

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

describe("decimate", () => {
  it("keeps the first, the last and both extremes of every column, in order", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = generator(seed);
      const length = 1000 + Math.floor(random() * 20_000);
      const columns = 10 + Math.floor(random() * 200);
      let step = 0;
      const x = Float64Array.from({ length }, () => (step += 1 + Math.floor(random() * 3)));
      const y = Float64Array.from({ length }, () => random() ** 8 * (random() < 0.5 ? -1 : 1));
      const line = decimate({ x, y }, columns);
      const keptX = Array.from(line.x);
      const keptY = Array.from(line.y);
      expect(keptX.length).toBeLessThanOrEqual(Math.max(4 * columns, 0));
      expect(keptX[0]).toBe(x[0]);
      expect(keptX.at(-1)).toBe(x[length - 1]);
      expect(keptX.every((value, index) => index === 0 || value > (keptX[index - 1] ?? 0))).toBe(
        true,
      );
      const low = x[0] ?? 0;
      const extent = (x[length - 1] ?? 0) - low;
      const column = (value: number): number =>
        Math.min(columns - 1, Math.floor(((value - low) / extent) * columns));
      const extremes = (xs: Iterable<number>, ys: ArrayLike<number>): Map<number, string> => {
        const found = new Map<number, [number, number]>();
        let index = 0;
        for (const value of xs) {
          const its = ys[index] ?? NaN;
          const [least, most] = found.get(column(value)) ?? [Infinity, -Infinity];
          found.set(column(value), [Math.min(least, its), Math.max(most, its)]);
          index += 1;
        }
        return new Map([...found].map(([key, pair]) => [key, pair.join()]));
      };
      expect(extremes(keptX, keptY)).toEqual(extremes(x, y));
    }
  });

  it("leaves a line alone below four points a column", () => {
    const line = { x: [1, 2, 3, 4], y: [4, 3, 2, 1] };
    expect(decimate(line, 1)).toBe(line);
  });
});

describe("align", () => {
  it("puts lines over one x, with nothing where nothing was measured", () => {
    expect(
      align([
        { x: [1, 2, 3], y: [10, 20, 30] },
        { x: [2, 5], y: [200, 500] },
        { x: [], y: [] },
      ]),
    ).toEqual({
      x: [1, 2, 3, 5],
      y: [
        [10, 20, 30, null],
        [null, 200, null, 500],
        [null, null, null, null],
      ],
    });
  });
});

describe("Smoother", () => {
  it("leaves a constant a constant from the first value on", () => {
    const smoothed = new Smoother(0.9).extend(new Float32Array(50).fill(2.5));
    for (const value of smoothed) expect(value).toBeCloseTo(2.5, 5);
  });

  it("gives the same line whether the values come at once or one by one", () => {
    const random = generator(7);
    const values = Float32Array.from({ length: 3000 }, random);
    const whole = Array.from(new Smoother(0.8).extend(values));
    const grown = new Smoother(0.8);
    for (let length = 1; length <= values.length; length += 97) {
      grown.extend(values.subarray(0, length));
    }
    expect(Array.from(grown.extend(values))).toEqual(whole);
    expect(Math.min(...whole)).toBeGreaterThanOrEqual(Math.min(...values));
    expect(Math.max(...whole)).toBeLessThanOrEqual(Math.max(...values));
  });

  it("passes over what is not finite, and does not smooth with weight 0", () => {
    const smoothed = new Smoother(0.5).extend([NaN, 1, Infinity, 1]);
    expect(Array.from(smoothed)).toEqual([NaN, 1, 1, 1]);
    expect(Array.from(new Smoother(0).extend([3, 1, 2]))).toEqual([3, 1, 2]);
    expect(() => new Smoother(1)).toThrow(RangeError);
  });
});
