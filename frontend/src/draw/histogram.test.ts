import { describe, expect, it } from "vitest";
import { binAt, densities, densityCeiling, type Histogram, sharedDomain } from "./density";
import { binFigures, drawHistogram, drawHistogramMiniature, histogramBinUnder } from "./histogram";
import { Recording, testTheme } from "./recordingContext";

function histogram(edges: number[], counts: number[]): Histogram {
  return {
    edges: Float32Array.from(edges),
    counts: Uint32Array.from(counts),
    sampled: counts.reduce((sum, value) => sum + value, 0),
  };
}

describe("densities", () => {
  it("have an area of one, whatever the bins", () => {
    for (const one of [
      histogram([0, 1, 3, 4], [5, 2, 9]),
      histogram([-8, -1, 0, 0.5], [1, 1000, 3]),
    ]) {
      const area = densities(one).reduce(
        (sum, density, bin) => sum + density * ((one.edges[bin + 1] ?? 0) - (one.edges[bin] ?? 0)),
        0,
      );
      expect(area).toBeCloseTo(1);
    }
  });

  it("stay finite where all values are equal, and are zero without values", () => {
    expect(densities(histogram([2, 2], [7]))[0]).toSatisfy(Number.isFinite);
    expect(Array.from(densities(histogram([0, 1, 2], [0, 0])))).toEqual([0, 0]);
  });

  it("are drawn whole unless one bin towers over the next", () => {
    expect(densityCeiling([Float64Array.of(1, 2, 3)])).toEqual({ value: 3, isCut: false });
    expect(densityCeiling([Float64Array.of(100, 2, 1)])).toEqual({ value: 3, isCut: true });
    expect(densityCeiling([])).toEqual({ value: 0, isCut: false });
  });
});

describe("binAt", () => {
  it("finds each value in the bin that counted it", () => {
    const one = histogram([0, 1, 3, 4], [5, 2, 9]);
    expect([-0.1, 0, 0.99, 1, 3, 4, 4.1].map((value) => binAt(one, value))).toEqual([
      -1, 0, 0, 1, 2, 2, -1,
    ]);
  });
});

describe("sharedDomain", () => {
  it("spans all, and makes room around a single value", () => {
    expect(sharedDomain([histogram([0, 1], [1]), histogram([-2, 0.5], [1])])).toEqual([-2, 1]);
    expect(sharedDomain([histogram([0, 0], [4])])).toEqual([-0.5, 0.5]);
  });
});

describe("drawing a histogram", () => {
  it("draws heights in proportion to the counts", () => {
    const recording = new Recording(102, 42);
    drawHistogramMiniature(
      recording.context,
      { histogram: histogram([0, 1, 2, 3], [2, 4, 3]), colour: "#3457d5", width: 102, height: 42 },
      testTheme,
    );
    const tops = recording
      .actions("lineTo")
      .map(({ values }) => Number(values[1]))
      .slice(0, 6);
    const bottom = 41.5;
    const heights = tops.map((top) => bottom - top);
    expect(heights[0]).toBeCloseTo(heights[1] ?? 0);
    expect((heights[2] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(2);
    expect((heights[4] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(1.5);
  });

  it("marks a bar that is cut, and only then", () => {
    const strokes = (counts: number[]): number => {
      const recording = new Recording(100, 40);
      drawHistogramMiniature(
        recording.context,
        { histogram: histogram([0, 1, 2, 3], counts), colour: "#3457d5", width: 100, height: 40 },
        testTheme,
      );
      return recording.actions("stroke").length;
    };
    expect(strokes([4, 4, 3])).toBe(1);
    expect(strokes([400, 4, 3])).toBe(3);
  });

  it("names the bin under the pointer with its own count", () => {
    const view = {
      histogram: histogram([0, 1, 2, 3], [2, 4, 2]),
      mean: 1.5,
      colour: "#3457d5",
      width: 354,
      height: 120,
      pointer: { x: 194, y: 60 },
    };
    expect(histogramBinUnder(view)).toBe(1);
    expect(binFigures(view.histogram, 1)).toEqual({
      from: "1.00",
      to: "2.00",
      values: "4",
      share: "50.0 %",
    });
    expect(histogramBinUnder({ ...view, pointer: { x: 2, y: 60 } })).toBeNull();
    const recording = new Recording(354, 120);
    drawHistogram(recording.context, view, testTheme);
    expect(recording.pixel(194, 99)).toBe("rgb(52 87 213)");
    expect(recording.texts()).toContain("4");
  });
});
