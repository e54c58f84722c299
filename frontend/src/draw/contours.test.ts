import { describe, expect, it } from "vitest";
import { bandColours, bandOf, blended, contourLevels, contourSegments, gridOf } from "./contours";

/** The values of a function on a grid of so many points in each direction. */
function sampled(
  f: (x: number, y: number) => number,
  points = 21,
  [low, high]: readonly [number, number] = [-2, 2],
) {
  const axis = Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
  return gridOf({
    x: [low, high],
    y: [low, high],
    values: axis.map((y) => axis.map((x) => f(x, y))),
  });
}

describe("levels", () => {
  it("rise, have two figures, and leave some of the plane on both sides", () => {
    for (const f of [
      (x: number, y: number) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
      (x: number, y: number) => y * y - x * x,
    ]) {
      const grid = sampled(f, 41);
      const levels = contourLevels(grid);
      expect(levels.length).toBeGreaterThan(8);
      expect([...levels].sort((one, other) => one - other)).toEqual(levels);
      for (const level of levels) expect(Number(level.toPrecision(2))).toBe(level);
      expect(levels[0]).toBeGreaterThan(Math.min(...grid.values));
      expect(levels.at(-1)).toBeLessThan(Math.max(...grid.values));
    }
  });

  it("are not repeated where the surface is level", () => {
    expect(contourLevels(sampled(() => 3))).toEqual([3]);
  });

  it("part values into bands", () => {
    const levels = [1, 2, 5];
    expect([0, 1, 1.5, 2, 4.9, 5, 90].map((value) => bandOf(value, levels))).toEqual([
      0, 1, 1, 2, 2, 3, 3,
    ]);
  });
});

describe("lines", () => {
  it("lie where the value is the level: a circle", () => {
    const segments = contourSegments(
      sampled((x, y) => x * x + y * y, 81),
      1,
    );
    expect(segments.length).toBeGreaterThan(100);
    let length = 0;
    for (const [x1, y1, x2, y2] of segments) {
      expect(Math.hypot(x1, y1)).toBeCloseTo(1, 3);
      length += Math.hypot(x2 - x1, y2 - y1);
    }
    expect(length).toBeCloseTo(2 * Math.PI, 2);
  });

  it("are exact where the surface is a plane", () => {
    for (const [x1, y1, x2, y2] of contourSegments(
      sampled((x, y) => 2 * x + y),
      0.3,
    )) {
      expect(2 * x1 + y1).toBeCloseTo(0.3, 10);
      expect(2 * x2 + y2).toBeCloseTo(0.3, 10);
    }
  });

  it("do not cross in a saddle's cell: the middle decides which corners are joined", () => {
    const cell = (a: number, b: number, c: number, d: number) =>
      gridOf({ x: [0, 1], y: [0, 1], values: [[a, b], [d, c]] }); // prettier-ignore
    // Low corners at the lower left and the upper right; a low middle joins them, a high one parts them.
    for (const [grid, joined] of [
      [cell(0, 1.1, 0, 1.1), false],
      [cell(0, 3, 0, 3), true],
    ] as const) {
      const segments = contourSegments(grid, 1);
      expect(segments).toHaveLength(2);
      const cutsLowerLeft = segments.some(
        ([x1, y1, x2, y2]) => (y1 === 0 && x2 === 0) || (x1 === 0 && y2 === 0),
      );
      expect(cutsLowerLeft).toBe(joined);
    }
  });

  it("end nowhere inside: each end is another one's, or lies on the border", () => {
    const segments = contourSegments(
      sampled((x, y) => y * y - x * x, 30),
      0.2,
    );
    const ends = new Map<string, number>();
    for (const [x1, y1, x2, y2] of segments) {
      for (const end of [
        `${x1.toFixed(9)} ${y1.toFixed(9)}`,
        `${x2.toFixed(9)} ${y2.toFixed(9)}`,
      ]) {
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }
    }
    for (const [end, times] of ends) {
      const isBorder = end.split(" ").some((part) => Math.abs(Math.abs(Number(part)) - 2) < 1e-6);
      expect(times === 2 || isBorder).toBe(true);
    }
  });
});

it("blends the four points around, and is the grid's own value at one of them", () => {
  const grid = sampled((x, y) => 3 * x - y + x * y, 5);
  expect(blended(grid, 0.3, -1.7)).toBeCloseTo(3 * 0.3 + 1.7 - 0.51, 10);
  expect(blended(grid, 2, 2)).toBe(8);
});

it("gives the lowest band the strongest colour", () => {
  const colours = bandColours(5, { panel: "#ffffff", accent: "#0000ff" });
  const reds = colours.map(([red]) => red);
  expect([...reds].sort((one, other) => one - other)).toEqual(reds);
  expect(new Set(reds).size).toBe(5);
});
