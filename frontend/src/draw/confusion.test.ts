import { describe, expect, it } from "vitest";
import {
  cellUnder,
  confusionLayout,
  type ConfusionView,
  drawConfusion,
  precisions,
  recalls,
  strength,
} from "./confusion";
import { Recording, testTheme } from "./recordingContext";

/** Class 0: 8 of 10 right; class 1: 3 of 4; class 2 has no samples, and one is taken for it. */
const confusion = { classes: 3, counts: Uint32Array.of(8, 1, 1, 1, 3, 0, 0, 0, 0) };

const view: ConfusionView = {
  confusion,
  names: ["zero", "one", "two"],
  chosen: null,
  isLogarithmic: false,
  words: { predicted: "predicted", actual: "true", recall: "recall", precision: "precision" },
  width: 400,
  height: 300,
};

describe("confusion matrix", () => {
  it("tells recall by row and precision by column, and none of an empty class", () => {
    expect(recalls(confusion)).toEqual([0.8, 0.75, null]);
    expect(precisions(confusion)).toEqual([8 / 9, 0.75, 0]);
  });

  it("writes every count in its cell and both shares at their ends", () => {
    const recording = new Recording(400, 300);
    drawConfusion(recording.context, view, testTheme);
    const texts = recording.texts();
    for (const text of ["8", "3", "80.0 %", "75.0 %", "–", "88.9 %", "0.0 %"]) {
      expect(texts).toContain(text);
    }
    // The right answers are blue and the wrong ones orange, the stronger the more there are.
    const { left, top, cell } = confusionLayout(confusion, view.names, view);
    const colourAt = (row: number, column: number) =>
      recording.pixel(
        left + Math.round((column + 0.1) * cell),
        top + Math.round((row + 0.1) * cell),
      );
    expect(colourAt(0, 0)).toBe("rgb(8 119 189)");
    expect(colourAt(2, 2)).toBe("rgb(238 240 243)");
    expect(colourAt(0, 1)).not.toBe(colourAt(1, 1));
  });

  it("finds the cell under the pointer, and none outside", () => {
    const layout = confusionLayout(confusion, view.names, view);
    const { left, top, cell } = layout;
    const at = (across: number, down: number) =>
      cellUnder(confusion, layout, { x: left + across * cell, y: top + down * cell });
    expect(at(2.5, 0.5)).toEqual({ row: 0, column: 2 });
    expect(at(-0.1, 0.5)).toBeNull();
    expect(at(1, 3.1)).toBeNull();
  });

  it("shows rare mistakes beside many right answers on a logarithmic scale", () => {
    expect(strength(1, 500, false)).toBeCloseTo(0.002);
    expect(strength(1, 500, true)).toBeGreaterThan(0.1);
    expect(strength(0, 500, true)).toBe(0);
    expect(strength(500, 500, true)).toBe(1);
    expect(strength(0, 0, false)).toBe(0);
  });
});
