import { describe, expect, it, vi } from "vitest";
import type { FiltersProbe, HistogramProbe } from "@/transport/messages";
import { ProbeStore } from "./probeStore";

function histogram(seq: number, step: number, node = "conv1"): HistogramProbe {
  return {
    type: "probe",
    seq,
    step,
    probe: "activation_histogram",
    node,
    parameter: null,
    edges: Float32Array.of(0, 1, 2),
    counts: Uint32Array.of(step, 1),
    mean: 1,
    std: 1,
    min: 0,
    max: 2,
    sampled: step + 1,
    total: step + 1,
    zeroFraction: 0,
    saturatedFraction: null,
    deadFraction: null,
    nonFinite: 0,
    batch: 1,
  };
}

function filters(seq: number, step: number): FiltersProbe {
  return {
    type: "probe",
    seq,
    step,
    probe: "filters",
    node: "conv1",
    parameter: null,
    shape: [1, 1, 1, 1],
    weight: Float32Array.of(step),
    low: -1,
    high: 1,
    outChannels: 1,
    inChannels: 1,
  };
}

describe("ProbeStore", () => {
  it("holds the latest of each node, and passes over what is older", () => {
    const store = new ProbeStore();
    store.add(histogram(3, 10));
    store.add(histogram(4, 10, "fc1"));
    store.add(histogram(2, 5));
    expect(store.histogram("activation_histogram", "conv1")?.step).toBe(10);
    expect(store.histogram("activation_histogram", "fc1")?.seq).toBe(4);
    expect(store.histogram("weight_histogram", "conv1", "weight")).toBeNull();
  });

  it("keeps a histogram's history, the newest last", () => {
    const store = new ProbeStore();
    for (let step = 0; step < 300; step += 1) store.add(histogram(step + 1, step));
    const history = store.histogramHistory("activation_histogram", "conv1");
    expect(history[0]?.step).toBe(0);
    expect(history.at(-1)?.step).toBe(299);
    expect(history.length).toBeLessThanOrEqual(49);
  });

  it("keeps the filters of step 0 beside the latest, and does not invent them", () => {
    const store = new ProbeStore();
    store.add(filters(1, 20));
    expect(store.initialFilters("conv1")).toBeNull();
    store.clear();
    store.add(filters(2, 0));
    store.add(filters(3, 20));
    expect(store.initialFilters("conv1")?.step).toBe(0);
    expect(store.filters("conv1")?.step).toBe(20);
  });

  it("shows what it held while newer measurements come in unseen, and then the newest", () => {
    const store = new ProbeStore();
    store.add(histogram(1, 0));
    store.add(histogram(2, 10));
    const listener = vi.fn();
    store.subscribe(listener);
    store.hold();
    const { version } = store;
    store.add(histogram(3, 20));
    store.add(filters(4, 20));
    expect(store.histogram("activation_histogram", "conv1")?.step).toBe(10);
    expect(store.histogramHistory("activation_histogram", "conv1")).toHaveLength(2);
    expect(store.filters("conv1")).toBeNull();
    expect(store.version).toBe(version);
    expect(listener).not.toHaveBeenCalled();
    store.release();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.histogramHistory("activation_histogram", "conv1").at(-1)?.step).toBe(20);
    expect(store.latest("filters", "conv1")?.step).toBe(20);
  });

  it("lets go of what it held when the run begins anew", () => {
    const store = new ProbeStore();
    store.add(histogram(1, 10));
    store.hold();
    store.clear();
    store.add(histogram(2, 0));
    expect(store.histogram("activation_histogram", "conv1")?.step).toBe(0);
  });

  it("tells listeners of changes only", () => {
    const store = new ProbeStore();
    const listener = vi.fn();
    const forget = store.subscribe(listener);
    store.clear();
    store.add(histogram(3, 10));
    store.add(histogram(3, 10));
    expect(listener).toHaveBeenCalledTimes(1);
    store.clear();
    forget();
    store.add(histogram(5, 1));
    expect(listener).toHaveBeenCalledTimes(2);
    expect(store.version).toBe(3);
  });
});
