import { describe, expect, it } from "vitest";
import { SeriesStore } from "@/state/telemetry/seriesStore";
import { type Curve, plotColumns, SmoothedLines } from "./curveData";

const curves: readonly Curve[] = [
  { scalar: "train_loss", role: "raw", label: "training" },
  { scalar: "train_loss", role: "smoothed", label: "smoothed" },
  { scalar: "validation_loss", role: "validation", label: "validation" },
];

function filled(): SeriesStore {
  const store = new SeriesStore();
  store.append({
    steps: Uint32Array.of(1, 2, 3, 4),
    values: { train_loss: Float32Array.of(4, 2, 0, Infinity) },
  });
  store.append({ steps: Uint32Array.of(2), values: { validation_loss: Float32Array.of(1.5) } });
  return store;
}

describe("plotColumns", () => {
  const settings = { columns: 100, weight: 0.5, isLogarithmic: false };

  it("puts every curve over one x, and nothing where nothing was measured", () => {
    const { x, y } = plotColumns(filled(), curves, new SmoothedLines(), settings);
    expect(x).toEqual([1, 2, 3, 4]);
    expect(y[0]).toEqual([4, 2, 0, null]);
    expect(y[2]).toEqual([null, 1.5, null, null]);
  });

  it("leaves out what a logarithm cannot show", () => {
    const { y } = plotColumns(filled(), curves, new SmoothedLines(), {
      ...settings,
      isLogarithmic: true,
    });
    expect(y[0]).toEqual([4, 2, null, null]);
  });

  it("smooths afresh once everything was cleared", () => {
    const store = filled();
    const lines = new SmoothedLines();
    plotColumns(store, curves, lines, settings);
    store.clear();
    store.append({ steps: Uint32Array.of(1), values: { train_loss: Float32Array.of(9) } });
    expect(plotColumns(store, curves, lines, settings).y[1]).toEqual([9]);
  });

  it("has no columns before the first value", () => {
    expect(plotColumns(new SeriesStore(), curves, new SmoothedLines(), settings)).toEqual({
      x: [],
      y: [[], [], []],
    });
  });
});
