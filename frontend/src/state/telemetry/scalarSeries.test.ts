import { describe, expect, it } from "vitest";
import { ScalarSeries } from "./scalarSeries";
import { SeriesStore } from "./seriesStore";

describe("ScalarSeries", () => {
  it("keeps every value through growth, in order", () => {
    const series = new ScalarSeries();
    const expected: number[] = [];
    let step = 0;
    for (const size of [1, 0, 7, 1500, 3000, 1]) {
      const steps = Uint32Array.from({ length: size }, () => (step += 1));
      const values = Float32Array.from(steps, (value) => value / 8);
      expected.push(...values);
      series.append(steps, values);
    }
    expect(series.length).toBe(4509);
    expect(Array.from(series.values)).toEqual(expected);
    expect(Array.from(series.steps)).toEqual(expected.map((value) => value * 8));
    expect(series.lastStep).toBe(4509);
  });

  it("passes over rows that were not measured, and keeps infinities", () => {
    const series = new ScalarSeries();
    series.append(Uint32Array.of(1, 2, 3), Float32Array.of(NaN, Infinity, NaN));
    expect(Array.from(series.steps)).toEqual([2]);
    expect(series.lastValue).toBe(Infinity);
  });

  it("sorts by step and keeps the order of equal steps", () => {
    const series = new ScalarSeries();
    series.append(Uint32Array.of(10, 40, 50), Float32Array.of(1, 4, 5));
    series.append(Uint32Array.of(20, 40, 60), Float32Array.of(2, 4.5, 6));
    series.sort();
    expect(Array.from(series.steps)).toEqual([10, 20, 40, 40, 50, 60]);
    expect(Array.from(series.values)).toEqual([1, 2, 4, 4.5, 5, 6]);
    expect(series.lastStep).toBe(60);
  });

  it("has no last value before the first", () => {
    expect(new ScalarSeries().lastValue).toBeNull();
    expect(new ScalarSeries().lastStep).toBeNull();
  });
});

describe("SeriesStore", () => {
  it("puts a scalar together again that a snapshot spreads over several blocks", () => {
    const store = new SeriesStore();
    store.append({ steps: Uint32Array.of(7), values: { validation_loss: Float32Array.of(9) } });
    const era = store.era;
    store.replace([
      {
        steps: Uint32Array.of(51, 102, 150, 204),
        values: {
          validation_loss: Float32Array.of(3, 2, NaN, 1),
          learning_rate: Float32Array.of(0.1, 0.1, 0.1, 0.1),
        },
      },
      { steps: Uint32Array.of(0, 153), values: { validation_loss: Float32Array.of(4, 1.5) } },
    ]);
    expect(Array.from(store.get("validation_loss")?.steps ?? [])).toEqual([0, 51, 102, 153, 204]);
    expect(Array.from(store.get("validation_loss")?.values ?? [])).toEqual([4, 3, 2, 1.5, 1]);
    expect(store.get("validation_loss")?.lastValue).toBe(1);
    expect(store.era).toBeGreaterThan(era);
  });
});
