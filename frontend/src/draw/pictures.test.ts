import { describe, expect, it } from "vitest";
import { classRgb } from "./classPalette";
import { answeredShares, blendClasses, surfacePixels, surfaceScales } from "./decisionSurface";
import { drawGradientFlow, flowDomain, flowGeometry, isWritten } from "./gradientFlow";
import { Recording, testTheme } from "./recordingContext";
import { drawSampleImage } from "./sample";

describe("answered shares", () => {
  it("counts at how many points each class is the likeliest", () => {
    const values = Float32Array.from([0.6, 0.2, 0.5, 0.1, 0.4, 0.8, 0.5, 0.9]);
    expect(answeredShares({ shape: [2, 2, 2], values })).toEqual([0.5, 0.5]);
  });
});

describe("gradient flow", () => {
  it("writes no words over others, and always those of the selected row", () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      label: `fc${index}`,
      norm: 1,
      isSelected: index === 17,
    }));
    for (const pitch of [3, 5, 11, 12, 40]) {
      const written = rows.flatMap((_, index) => (isWritten(rows, index, pitch) ? [index] : []));
      expect(written).toContain(17);
      const gaps = written.slice(1).map((index, place) => (index - (written[place] ?? 0)) * pitch);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12);
    }
  });

  it("spans whole decades around what was measured", () => {
    expect(flowDomain([3e-2, 0.21])).toEqual([1e-3, 1]);
    expect(flowDomain([2e-9, 4, 0])).toEqual([1e-9, 10]);
    expect(flowDomain([0])).toEqual([1e-3, 1]);
    expect(flowDomain([1e-30, 1])[0]).toBeCloseTo(1e-11, 20);
  });

  it("draws lengths by the logarithm, and nothing for a gradient of zero", () => {
    const rows = [
      { label: "conv1", norm: 1e-2, isSelected: false },
      { label: "fc1", norm: 0, isSelected: false },
      { label: "fc2", norm: null, isSelected: true },
    ];
    const view = { rows, width: 300, height: 150 };
    const recording = new Recording(300, 150);
    drawGradientFlow(recording.context, view, testTheme);
    const bars = recording.actions("fillRect").filter(({ fill }) => fill === testTheme.accent);
    expect(bars).toHaveLength(1);
    const { x } = flowGeometry(view, 40);
    expect(bars[0]?.values[2]).toBeCloseTo(x.toPixel(1e-2) - x.range[0]);
    expect(recording.texts()).toEqual(expect.arrayContaining(["1.0e-2", "0", "–"]));
  });
});

describe("decision surface", () => {
  const panel = [255, 255, 255] as const;

  it("is the panel where nothing is decided, and the class's hue where it is", () => {
    const undecided = blendClasses([0.5, 0.5], panel);
    const sure = blendClasses([1, 0], panel);
    const distance = (one: readonly number[], other: readonly number[]): number =>
      Math.hypot(...one.map((channel, index) => channel - (other[index] ?? 0)));
    expect(distance(undecided, panel)).toBeLessThan(40);
    expect(distance(sure, classRgb(0))).toBeLessThan(distance(sure, classRgb(1)));
    expect(distance(sure, panel)).toBeGreaterThan(3 * distance(undecided, panel));
    expect(blendClasses([NaN, NaN], panel)).toEqual(panel);
  });

  it("has its low row at the bottom", () => {
    const { data } = surfacePixels(
      {
        x: [0, 1],
        y: [0, 1],
        shape: [2, 2, 1],
        // Class 0 is sure in row 0 (low y), class 1 in row 1.
        values: Float32Array.of(1, 0, 0, 1),
      },
      panel,
    );
    const top = Array.from(data.slice(0, 3));
    const bottom = Array.from(data.slice(4, 7));
    const rounded = (colour: readonly number[]): number[] =>
      Array.from(Uint8ClampedArray.from(colour));
    expect(bottom).toEqual(rounded(blendClasses([1, 0], panel)));
    expect(top).toEqual(rounded(blendClasses([0, 1], panel)));
  });

  it("keeps both axes at one scale", () => {
    const { x, y } = surfaceScales({ x: [-1, 1], y: [-2, 2] }, { width: 500, height: 300 });
    const unitX = (x.toPixel(1) - x.toPixel(0)) / 1;
    const unitY = (y.toPixel(0) - y.toPixel(1)) / 1;
    expect(unitX).toBeCloseTo(unitY);
    expect(y.toPixel(-2)).toBeGreaterThan(y.toPixel(2));
  });
});

describe("sample image", () => {
  it("paints every value between the two ends of the scale", () => {
    const recording = new Recording(40, 20);
    const image = { shape: [1, 2, 2] as const, values: Float32Array.of(0, 16, 8, 0) };
    drawSampleImage(recording.context, { image, width: 40, height: 20 }, testTheme);
    expect(recording.pixel(11, 1)).toBe("rgb(246 247 249)");
    expect(recording.pixel(21, 1)).toBe("rgb(27 36 48)");
    expect(recording.pixel(29, 9)).toBe("rgb(27 36 48)");
    expect(recording.pixel(5, 5)).toBeUndefined();
  });
});
