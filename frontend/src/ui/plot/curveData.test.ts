import { describe, expect, it } from "vitest";
import { type Curve, plotColumns, type ScalarLine, SmoothedLines } from "./curveData";

function line(steps: number[], values: number[]): ScalarLine {
  return {
    length: steps.length,
    steps: Uint32Array.from(steps),
    values: Float32Array.from(values),
  };
}

function curve(read: () => ScalarLine | null, isSmoothed = false): Curve {
  return { label: "", isSmoothed, stroke: () => ({ colour: "#000", width: 1 }), read };
}

const training = line([1, 2, 3, 4], [4, 2, 0, Infinity]);
const validation = line([2], [1.5]);
const curves = [
  curve(() => training),
  curve(() => training, true),
  curve(() => validation),
] as const;

describe("plotColumns", () => {
  const settings = { columns: 100, weight: 0.5, isLogarithmic: false };

  it("puts every curve over one x, and nothing where nothing was measured", () => {
    const { x, y } = plotColumns(curves, new SmoothedLines(), settings);
    expect(x).toEqual([1, 2, 3, 4]);
    expect(y[0]).toEqual([4, 2, 0, null]);
    expect(y[2]).toEqual([null, 1.5, null, null]);
  });

  it("leaves out what a logarithm cannot show", () => {
    const { y } = plotColumns(curves, new SmoothedLines(), { ...settings, isLogarithmic: true });
    expect(y[0]).toEqual([4, 2, null, null]);
  });

  it("smooths afresh once everything was cleared", () => {
    let shown = training;
    const smoothed = [curve(() => shown, true)];
    const lines = new SmoothedLines();
    plotColumns(smoothed, lines, settings);
    shown = line([1], [9]);
    expect(plotColumns(smoothed, lines, settings).y[0]).toEqual([9]);
  });

  it("has no columns before the first value", () => {
    const nothing = [curve(() => null), curve(() => null)];
    expect(plotColumns(nothing, new SmoothedLines(), settings)).toEqual({ x: [], y: [[], []] });
  });
});
