import { describe, expect, it } from "vitest";
import { gridOf } from "./contours";
import {
  drawLegend,
  drawWays,
  gridPointUnder,
  groundOf,
  groundPixels,
  mapScales,
  pointUnder,
  type Way,
} from "./descentMap";
import { Recording } from "./recordingContext";
import type { Theme } from "./theme";

const theme = {
  isDark: false,
  panel: "#ffffff",
  line: "#dddddd",
  ink: "#111111",
  soft: "#444444",
  faint: "#777777",
  accent: "#3457d5",
  figureFont: "mono",
} as Theme;
const size = { width: 500, height: 300 };
const axis = Array.from({ length: 41 }, (_, index) => -2 + index / 10);
const grid = gridOf({ x: [-2, 2], y: [-2, 2], values: axis.map((y) => axis.map((x) => x * x + y * y)) }); // prettier-ignore
const ground = groundOf(grid);
const scales = mapScales(grid, size);
const way: Way = {
  kind: "sgd",
  line: { colour: "#ff0000", dash: [] },
  x: [2, 1, 0.5],
  y: [0, 0, 0.5],
  value: [4, 1, 0.5],
};

describe("the map", () => {
  it("has one scale in both directions, and stands in the middle", () => {
    const wide = mapScales({ x: [-10, 10], y: [-5, 5] }, size);
    const unitX = (wide.x.range[1] - wide.x.range[0]) / 20;
    const unitY = (wide.y.range[0] - wide.y.range[1]) / 10;
    expect(unitX).toBeCloseTo(unitY, 10);
    expect(wide.x.toValue(wide.x.toPixel(3.5))).toBeCloseTo(3.5, 10);
    expect(wide.y.toPixel(5)).toBeLessThan(wide.y.toPixel(-5));
  });

  it("is coloured by bands: the minimum as no border is, and the same all round", () => {
    const pixels = groundPixels(ground, { width: 40, height: 40 }, theme);
    const colour = (x: number, y: number) => [
      ...pixels.slice((y * 40 + x) * 4, (y * 40 + x) * 4 + 3),
    ];
    expect(colour(20, 20)).not.toEqual(colour(0, 0));
    expect(colour(5, 20)).toEqual(colour(34, 19));
    expect(pixels[3]).toBe(255);
  });

  it("has a legend of every band, with the levels in order", () => {
    const recording = new Recording(500, 300);
    drawLegend(recording.context, ground, scales, theme);
    expect(recording.actions("fillRect")).toHaveLength(ground.levels.length + 1);
    const told = recording.texts().map((text) => Number(text.replace("\u2212", "-")));
    expect(told.length).toBeGreaterThan(5);
    expect(ground.levels).toEqual(expect.arrayContaining(told));
  });
});

describe("ways", () => {
  const view = { ground, minima: [[0, 0]], saddles: [], ways: [way], ...size };

  it("end where they were measured at the step that is shown", () => {
    for (const [step, index] of [
      [0, 0],
      [1, 1],
      [2, 2],
      [40, 2],
    ] as const) {
      const { context } = new Recording(500, 300);
      const [end] = drawWays(context, { ...view, step }, scales, theme);
      expect(scales.x.toValue(end?.x ?? NaN)).toBeCloseTo(way.x[index] ?? NaN, 9);
      expect(scales.y.toValue(end?.y ?? NaN)).toBeCloseTo(way.y[index] ?? NaN, 9);
    }
  });

  it("have a line through every point up to there, and a dot at each step", () => {
    const recording = new Recording(500, 300);
    drawWays(recording.context, { ...view, step: 1 }, scales, theme);
    const points = recording.actions("lineTo").filter(({ stroke }) => stroke === "#ff0000");
    expect(points.map(({ values }) => values)).toEqual([
      [scales.x.toPixel(1), scales.y.toPixel(0)],
    ]);
    // One dot, and the ring of the end.
    expect(recording.actions("arc")).toHaveLength(2);
  });

  it("are found under the pointer, as far as they are shown", () => {
    const pointer = { x: scales.x.toPixel(0.5) + 3, y: scales.y.toPixel(0.5) };
    expect(pointUnder([way], 2, scales, pointer)?.index).toBe(2);
    expect(pointUnder([way], 1, scales, pointer)).toBeNull();
  });
});

it("tells the grid's own value nearest to the pointer, and none outside", () => {
  const pointer = { x: scales.x.toPixel(1.02), y: scales.y.toPixel(-0.49) };
  const found = gridPointUnder(grid, scales, pointer);
  expect(found?.x).toBeCloseTo(1, 9);
  expect(found?.y).toBeCloseTo(-0.5, 9);
  expect(found?.value).toBeCloseTo(1.25, 9);
  expect(gridPointUnder(grid, scales, { x: 1, y: 1 })).toBeNull();
});
