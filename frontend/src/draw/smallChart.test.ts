import { describe, expect, it } from "vitest";
import { Recording, testTheme } from "./recordingContext";
import { chartIndexUnder, chartScales, type ChartView, drawSmallChart } from "./smallChart";

function chart(view: Partial<ChartView> = {}): ChartView {
  return {
    x: [-2, -1, 0, 1, 2],
    lines: [{ colour: "#0b8a6a", values: [0, 0, 0, 1, 2] }],
    pointer: null,
    width: 248,
    height: 128,
    ...view,
  };
}

function drawn(view: ChartView): Recording {
  const recording = new Recording(view.width, view.height);
  drawSmallChart(recording.context, view, testTheme);
  return recording;
}

/** The corners of the line, without those of the grid, in order. */
function corners(recording: Recording, colour: string): [number, number][] {
  return recording.drawn
    .filter(({ action, stroke }) => /^(move|line)To$/.test(action) && stroke === colour)
    .map(({ values }) => [Number(values[0]), Number(values[1])]);
}

describe("a small chart", () => {
  it("draws each value at its place", () => {
    const view = chart();
    const { x, y } = chartScales(view);
    const found = corners(drawn(view), "#0b8a6a");
    expect(found).toHaveLength(5);
    for (const [index, [across, up]] of found.entries()) {
      expect(x.toValue(across)).toBeCloseTo(view.x[index] ?? NaN);
      expect(y.toValue(up)).toBeCloseTo(view.lines[0]?.values[index] ?? NaN);
    }
    // Larger values stand higher, and all within the frame.
    expect(found.map(([, up]) => up)).toEqual(found.map(([, up]) => up).sort((a, b) => b - a));
    expect(
      found.every(([across, up]) => across >= 28 && across <= 240 && up >= 8 && up <= 108),
    ).toBe(true);
  });

  it("makes room for long labels", () => {
    const rates = (highest: number) =>
      chart({ lines: [{ colour: "#3457d5", values: [highest, 0, 0, 0, 0] }] });
    const left = (view: ChartView) => chartScales(view).x.range[0];
    expect(left(rates(2))).toBe(28);
    expect(left(rates(0.001))).toBeGreaterThan("0.0010".length * 6);
    expect(drawn(rates(0.001)).texts()).toContain("0.0010");
  });

  it("leaves a gap where there is no number", () => {
    const view = chart({ lines: [{ colour: "#0b8a6a", values: [0, 1, null, 1, 2] }] });
    const moves = drawn(view).drawn.filter(
      ({ action, stroke }) => action === "moveTo" && stroke === "#0b8a6a",
    );
    expect(moves).toHaveLength(2);
  });

  it("shades exactly the stretches it is told to", () => {
    const shaded = [true, false, false, true, true];
    const bands = drawn(chart({ shaded })).actions("fillRect");
    const { x } = chartScales(chart());
    const ends = bands.map(({ values }) => [
      Number(values[0]),
      Number(values[0]) + Number(values[2]),
    ]);
    const wanted = [
      [-2, -1.5],
      [0.5, 2],
    ];
    expect(ends.map((pair) => pair.map((pixel) => Number(x.toValue(pixel).toFixed(6))))).toEqual(
      wanted,
    );
    expect(drawn(chart({ shaded: null })).actions("fillRect")).toHaveLength(0);
  });

  it("finds the nearest x under the pointer, and marks every line there", () => {
    const { x } = chartScales(chart());
    const at = (value: number) => chart({ pointer: { x: x.toPixel(value), y: 50 } });
    expect([-2, -1.6, -1.4, 0.1, 1.9, 2].map((value) => chartIndexUnder(at(value)))).toEqual([
      0, 0, 1, 2, 4, 4,
    ]);
    expect(chartIndexUnder(chart({ pointer: { x: 5, y: 50 } }))).toBeNull();
    expect(chartIndexUnder(chart({ x: [], pointer: { x: 60, y: 50 } }))).toBeNull();
    const lines = [
      { colour: "#0b8a6a", values: [0, 0, 0, 1, 2] },
      { colour: "#4f5a68", values: [0, 0, null, 1, 1] },
    ];
    expect(drawn({ ...at(1), lines }).actions("arc")).toHaveLength(2);
    expect(drawn({ ...at(0), lines }).actions("arc")).toHaveLength(1);
    expect(drawn(chart({ lines })).actions("arc")).toHaveLength(0);
  });

  it("starts at zero where asked, and has room around a single value", () => {
    const rates = [{ colour: "#3457d5", values: [0.1, 0.1, 0.05, 0.02, 0.02] }];
    expect(chartScales(chart({ lines: rates, fromZero: true })).y.domain[0]).toBe(0);
    expect(chartScales(chart({ lines: rates })).y.domain[0]).toBeGreaterThan(0);
    const flat = [{ colour: "#3457d5", values: [0.1, 0.1, 0.1, 0.1, 0.1] }];
    const [low, high] = chartScales(chart({ lines: flat })).y.domain;
    expect(low).toBeLessThan(0.1);
    expect(high).toBeGreaterThan(0.1);
    expect(chartScales(chart({ lines: [] })).y.domain).toEqual([0, 1]);
  });
});
