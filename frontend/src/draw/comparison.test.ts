import { describe, expect, it } from "vitest";
import { luminance, parseColour } from "./colour";
import {
  cellBinUnder,
  type CellView,
  drawCell,
  ownRange,
  sharedRange,
  sharesBeyond,
} from "./comparison";
import type { Histogram } from "./density";
import { Recording, testTheme } from "./recordingContext";
import { variantLine } from "./variantPalette";

function histogram(low: number, high: number, counts: number[]): Histogram {
  return {
    edges: Float32Array.from(
      Array.from(
        { length: counts.length + 1 },
        (_, place) => low + ((high - low) * place) / counts.length,
      ),
    ),
    counts: Uint32Array.from(counts),
    sampled: counts.reduce((sum, value) => sum + value, 0),
  };
}

describe("sharedRange", () => {
  it("shows all of histograms of like widths, out to round numbers", () => {
    expect(sharedRange([histogram(0.02, 0.97, [1, 2]), histogram(0.1, 0.6, [3, 4])])).toEqual([
      0, 1,
    ]);
    const [low, high] = sharedRange([histogram(-2.2, 1, [1]), histogram(-1, 3.1, [1])]);
    expect(low).toBeLessThanOrEqual(-2.2);
    expect(high).toBeGreaterThanOrEqual(3.1);
  });

  it("is not decided by one that explodes, nor by one that is a spike", () => {
    const usual = [histogram(0, 0.9, [1, 1]), histogram(0, 3.4, [1, 1])];
    const [low, high] = sharedRange([
      ...usual,
      histogram(0, 25_000, [1, 1]),
      histogram(0, 1e-5, [1, 1]),
    ]);
    expect(low).toBe(0);
    expect(high).toBeLessThan(10);
    expect(high).toBeGreaterThanOrEqual(0.9);
  });

  it("has room around values that are all alike, and is something where there is nothing", () => {
    expect(sharedRange([histogram(0.5, 0.5, [4])])).toEqual([0.25, 0.75]);
    expect(ownRange(histogram(0, 0, [4]))[1]).toBeGreaterThan(0);
    expect(sharedRange([])).toEqual([0, 1]);
  });
});

describe("sharesBeyond", () => {
  it("does not claim that values of a bin over the end are outside", () => {
    expect(sharesBeyond(histogram(0, 4000, [90, 6, 4, 0]), [0, 8])).toEqual({
      below: 0,
      above: 0.1,
    });
  });

  it("counts what the range leaves out", () => {
    const one = histogram(0, 4, [5, 1, 2, 2]);
    expect(sharesBeyond(one, [1, 2])).toEqual({ below: 0.5, above: 0.4 });
    expect(sharesBeyond(one, [0, 4])).toEqual({ below: 0, above: 0 });
    expect(sharesBeyond(histogram(0, 1, [0]), [5, 6])).toEqual({ below: 0, above: 0 });
  });
});

describe("drawCell", () => {
  const view: CellView = {
    histogram: histogram(0, 4, [2, 4, 4, 3]),
    range: [0, 8],
    colour: "#0b8a6a",
    pointer: null,
    notes: [],
    beyond: { below: "", above: "" },
    width: 108,
    height: 69,
  };

  function outline(shown: CellView): { x: number; y: number }[] {
    const recording = new Recording(shown.width, shown.height);
    drawCell(recording.context, shown, testTheme);
    return recording
      .actions("lineTo")
      .map(({ values }) => ({ x: Number(values[0]), y: Number(values[1]) }));
  }

  it("draws heights in proportion to the counts, at their place in the shared range", () => {
    const bars = outline(view).slice(1, 9);
    const bottom = 69 - 14;
    const heights = bars.map(({ y }) => bottom - y);
    expect((heights[2] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(2);
    expect((heights[6] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(1.5);
    // Values of 4 stand in the middle of a range to 8.
    expect(bars.at(-1)?.x).toBeCloseTo(54);
  });

  it("lets a bin outside the range decide nothing of the height", () => {
    const towering = {
      ...view,
      histogram: histogram(0, 4, [2, 4, 4, 400]),
      range: [0, 3] as const,
    };
    const inside = outline(towering).slice(1, 7);
    const top = Math.min(...inside.map(({ y }) => y));
    expect(top).toBeCloseTo(5, 0);
  });

  it("labels both ends, and finds the bin under the pointer", () => {
    const recording = new Recording(108, 69);
    drawCell(recording.context, { ...view, pointer: { x: 20, y: 30 } }, testTheme);
    expect(recording.texts()).toEqual(["0", "8"]);
    const told = new Recording(108, 69);
    const beyond = { below: "", above: "50 %" };
    drawCell(told.context, { ...view, notes: ["step 412", "412"], beyond }, testTheme);
    expect(told.texts()).toEqual(["0", "8", "step 412", "50 % \u203a"]);
    const narrow = new Recording(70, 69);
    const crowded = { ...view, width: 70, notes: ["step 412,000,000", "412"] };
    drawCell(narrow.context, crowded, testTheme);
    expect(narrow.texts()).toEqual(["0", "8", "412"]);
    expect(cellBinUnder({ ...view, pointer: { x: 20, y: 30 } })).toBe(1);
    expect(cellBinUnder({ ...view, pointer: { x: 100, y: 30 } })).toBeNull();
    expect(cellBinUnder(view)).toBeNull();
  });
});

describe("variantLine", () => {
  it("tells twelve variants of a grid apart by hue and dash", () => {
    const lines = Array.from({ length: 12 }, (_, index) => variantLine(index, 4, testTheme));
    const looks = lines.map(({ colour, dash }) => `${colour} ${dash.join()}`);
    expect(new Set(looks).size).toBe(12);
    expect(lines[0]?.colour).toBe(lines[4]?.colour);
    expect(new Set(lines.slice(0, 4).map(({ dash }) => dash.join())).size).toBe(1);
  });

  it("is seen on both panels", () => {
    const contrast = (one: string, other: string): number => {
      const [dark, light] = [one, other]
        .map((colour) => luminance(parseColour(colour)) + 0.05)
        .sort((a, b) => a - b);
      return (light ?? 0) / (dark ?? 1);
    };
    for (const [isDark, panel] of [
      [false, "#ffffff"],
      [true, "#1a2029"],
    ] as const) {
      for (let index = 0; index < 8; index += 1) {
        const { colour } = variantLine(index, 8, { isDark });
        expect(contrast(colour, panel), colour).toBeGreaterThan(3);
      }
    }
  });
});
