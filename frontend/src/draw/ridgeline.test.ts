import { describe, expect, it } from "vitest";
import { Recording, testTheme } from "./recordingContext";
import {
  drawRidgeline,
  highlightedSlice,
  ridgeFigures,
  ridgelineGeometry,
  type RidgelineView,
} from "./ridgeline";

function slice(step: number, edges: number[], counts: number[]) {
  return {
    step,
    edges: Float32Array.from(edges),
    counts: Uint32Array.from(counts),
    sampled: counts.reduce((sum, value) => sum + value, 0),
  };
}

const view: RidgelineView = {
  slices: [
    slice(0, [-1, 0, 1], [5, 5]),
    slice(30, [-2, 0, 2], [1, 3]),
    slice(100, [0, 2, 4], [2, 2]),
  ],
  colour: "#3457d5",
  pointer: null,
  linkedStep: null,
  writeStep: (step) => `step ${step}`,
  width: 468,
  height: 222,
};

describe("ridgeline", () => {
  it("puts every slice at its step and its bins at their own x", () => {
    const { x, y } = ridgelineGeometry(view);
    expect(x.domain).toEqual([-2, 4]);
    expect(y.toPixel(0)).toBeLessThan(y.toPixel(30));
    expect((y.toPixel(30) - y.toPixel(0)) / (y.toPixel(100) - y.toPixel(0))).toBeCloseTo(0.3);
    expect(y.toPixel(100)).toBe(200);
    const recording = new Recording(468, 222);
    drawRidgeline(recording.context, view, testTheme);
    const starts = recording
      .actions("moveTo")
      .filter(({ values }) => [0, 30, 100].some((step) => values[1] === y.toPixel(step)))
      .map(({ values }) => values[0]);
    expect(starts).toEqual([x.toPixel(-1), x.toPixel(-2), x.toPixel(0)]);
  });

  it("draws twice the bin width at half the height for the same share", () => {
    const { heights } = ridgelineGeometry(view);
    expect(heights[0]?.[0]).toBeCloseTo(0.5);
    expect(heights[2]?.[0]).toBeCloseTo(0.25);
  });

  it("draws the newest last, so that it stands in front", () => {
    const recording = new Recording(468, 222);
    drawRidgeline(recording.context, view, testTheme);
    expect(recording.actions("fill")).toHaveLength(3);
    const { y } = ridgelineGeometry(view);
    expect(recording.texts()).toEqual(expect.arrayContaining(["step 0", "100"]));
    expect(y.toPixel(100)).toBeGreaterThan(y.toPixel(0));
  });

  it("reads the counts under the pointer, and follows a step pointed at elsewhere", () => {
    const geometry = ridgelineGeometry(view);
    const pointer = { x: geometry.x.toPixel(1), y: geometry.y.toPixel(28) };
    const pointed = { ...view, pointer };
    expect(highlightedSlice(pointed, geometry)).toBe(1);
    expect(ridgeFigures(pointed, geometry)).toEqual({
      at: "bin",
      step: "30",
      bin: { from: "0", to: "2.00", values: "3", share: "75.0 %" },
    });
    const outside = { ...view, pointer: { x: geometry.x.toPixel(3.9), y: geometry.y.toPixel(0) } };
    expect(ridgeFigures(outside, geometry)).toEqual({ at: "gap", step: "0" });
    expect(ridgeFigures({ ...view, linkedStep: 80 }, geometry)).toEqual({
      at: "step",
      step: "100",
    });
    expect(ridgeFigures(view, geometry)).toBeNull();
  });

  it("copes with one slice and with none", () => {
    const one = { ...view, slices: view.slices.slice(0, 1) };
    const recording = new Recording(468, 222);
    drawRidgeline(recording.context, one, testTheme);
    drawRidgeline(recording.context, { ...view, slices: [] }, testTheme);
    expect(recording.texts()).toContain("step 0");
    for (const { values } of recording.drawn) expect(values).not.toContain(NaN);
  });
});
