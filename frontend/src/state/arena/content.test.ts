import { describe, expect, it } from "vitest";
import type { Catalog } from "@/contracts";
import type { HistogramProbe } from "@/transport/messages";
import { ProbeStore } from "../telemetry/probeStore";
import { makeVariant } from "./arenaStore";
import { applyChanges } from "./changes";
import { offersFor } from "./offers";
import { outcomeOf } from "./outcomes";
import { sameStart } from "./sameStart";
import { MOST_BY_HAND, setsFor } from "./sets";
import { catalog, spec } from "./testing";

describe("offersFor", () => {
  it("offers what the network has, and each suggestion makes a difference", () => {
    const offers = offersFor(spec, catalog);
    expect(offers.map(({ key }) => key)).toEqual([
      "optimizer",
      "optimizer.learning_rate",
      "optimizer.weight_decay",
      "schedule",
      "batch_size",
      "initializer",
      "activation",
      "batch_norm",
      "dropout",
      "layer",
      "seed",
      "engine",
    ]);
    for (const { key, change } of offers) {
      // Of these a person picks the value, there is none to suggest.
      if (key === "layer" || key === "optimizer.weight_decay") continue;
      expect(applyChanges(spec, [change], catalog), key).not.toEqual(spec);
    }
    const bare = { ...spec, network: { nodes: [{ id: "relu1", kind: "relu" }] } };
    expect(offersFor(bare, catalog).map(({ key }) => key)).not.toContain("initializer");
  });
});

describe("setsFor", () => {
  const withPreset = {
    ...catalog,
    presets: [{ name: "book_initializers", spec }],
  } as unknown as Catalog;

  it("has the book's grid of four initializers by three activations", () => {
    const grid = setsFor(spec, withPreset).find(({ name }) => name === "book_initializers");
    expect(grid?.variants).toHaveLength(12);
    expect(grid?.perGroup).toBe(4);
    const specs = grid?.variants.map((changes) =>
      JSON.stringify(applyChanges(grid.base, changes, withPreset).network),
    );
    // The testing catalog has no sigmoid layer, so "sigmoid" names itself.
    expect(new Set(specs).size).toBe(12);
  });

  it("puts the network on screen first into every other set, and keeps to the limit", () => {
    const sets = setsFor(spec, catalog);
    expect(sets.map(({ name }) => name)).toContain("initializers");
    for (const { variants } of sets) {
      expect(variants[0]).toEqual([]);
      expect(variants.length).toBeGreaterThan(1);
      expect(variants.length).toBeLessThanOrEqual(MOST_BY_HAND);
    }
  });
});

describe("outcomeOf", () => {
  it("tells the newest and the best, as they come, and passes over what is not finite", () => {
    const { run } = makeVariant(spec, []);
    const { series } = run.telemetry;
    const rows = (steps: number[], values: number[]) => {
      series.append({
        steps: Uint32Array.from(steps),
        values: { train_loss: Float32Array.from(values) },
      });
    };
    expect(outcomeOf(run).trainLoss).toEqual({ last: null, best: null });
    rows([1, 2, 3], [4, 1, 2]);
    expect(outcomeOf(run).trainLoss).toEqual({ last: 2, best: 1 });
    rows([4, 5], [0.5, Infinity]);
    expect(outcomeOf(run).trainLoss).toEqual({ last: Infinity, best: 0.5 });
    expect(outcomeOf(run).validationAccuracy).toEqual({ last: null, best: null });
    series.clear();
    rows([1], [3]);
    expect(outcomeOf(run).trainLoss).toEqual({ last: 3, best: 3 });
  });
});

describe("sameStart", () => {
  function weights(node: string, counts: number[], mean: number, step = 0): HistogramProbe {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return {
      type: "probe",
      probe: "weight_histogram",
      node,
      parameter: "weight",
      seq: step + 1,
      step,
      edges: Float32Array.from(counts.map((_, place) => place).concat(counts.length)),
      counts: Uint32Array.from(counts),
      mean,
      std: 1,
      total,
      sampled: total,
    } as unknown as HistogramProbe;
  }

  function store(...probes: HistogramProbe[]): ProbeStore {
    const filled = new ProbeStore();
    for (const probe of probes) filled.add(probe);
    return filled;
  }

  it("compares the tensors that both have, as they were at step 0", () => {
    const one = store(weights("fc1", [1, 2], 0.5), weights("fc2", [3, 4], 0), weights("a", [1], 0));
    const other = store(
      weights("fc1", [1, 2], 0.5),
      weights("fc2", [3, 4], 0.1),
      weights("fc1", [9, 9], 3, 40),
    );
    expect(sameStart(one, other)).toEqual({ same: 1, shared: 2 });
    expect(sameStart(one, one)).toEqual({ same: 3, shared: 3 });
    expect(sameStart(store(), other)).toBeNull();
  });
});
