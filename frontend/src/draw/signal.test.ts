import { describe, expect, it } from "vitest";
import { Recording, testTheme } from "./recordingContext";
import { drawSignal, rowUnder, signalPitch, type SignalView } from "./signal";

const view: SignalView = {
  rows: [
    { label: "fc1", measured: 1, predicted: 2, isSelected: false },
    { label: "relu1", measured: 0.1, predicted: 0.1, isSelected: true },
    { label: "fc2", measured: null, predicted: null, isSelected: false },
  ],
  isLogarithmic: true,
  pointer: null,
  width: 400,
  height: 140,
};

function circles(shown: SignalView): { x: number; y: number; isMeasured: boolean }[] {
  const recording = new Recording(400, 140);
  drawSignal(recording.context, shown, testTheme);
  return recording.drawn.flatMap(({ action, values }, place) => {
    if (action !== "arc") return [];
    const fill = recording.drawn.slice(place).find((one) => one.action === "fill")?.fill;
    return [
      { x: values[0] as number, y: values[1] as number, isMeasured: fill === testTheme.accent },
    ];
  });
}

describe("signal propagation", () => {
  it("puts equal values at one place and a prediction of more to the right", () => {
    for (const isLogarithmic of [true, false]) {
      const marks = circles({ ...view, isLogarithmic });
      expect(marks).toHaveLength(4);
      const pitch = signalPitch(view);
      const of = (row: number, isMeasured: boolean) =>
        marks.find((mark) => mark.isMeasured === isMeasured && mark.y === pitch * (row + 0.5));
      expect(of(0, false)?.x).toBeGreaterThan(of(0, true)?.x ?? Infinity);
      expect(of(1, false)?.x).toBe(of(1, true)?.x);
      expect(of(1, true)?.x).toBeLessThan(of(0, true)?.x ?? -Infinity);
    }
  });

  it("draws nothing where nothing was measured, and says so", () => {
    const recording = new Recording(400, 140);
    drawSignal(recording.context, view, testTheme);
    expect(recording.texts()).toContain("–");
    expect(circles({ ...view, rows: view.rows.slice(2) })).toEqual([]);
  });

  it("finds the row under the pointer", () => {
    const pitch = signalPitch(view);
    expect(rowUnder({ ...view, pointer: { x: 5, y: pitch * 1.5 } })).toBe(1);
    expect(rowUnder({ ...view, pointer: { x: 5, y: pitch * 3.5 } })).toBeNull();
    expect(rowUnder(view)).toBeNull();
  });
});
