import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Catalog, CheckResult, Run } from "@/contracts";
import { catalogStore, checkStore } from "@/state/document";
import { probes } from "@/state/telemetry/measurements";
import { runStore } from "@/state/telemetry/runStore";
import type { HistogramProbe } from "@/transport/messages";
import { WeightSpread } from "./WeightSpread";

const initialRun = runStore.getState();

function weights(step: number, std: number): HistogramProbe {
  return {
    probe: "weight_histogram",
    node: "fc1",
    parameter: "weight",
    seq: step + 1,
    step,
    std,
    edges: Float32Array.of(0, 1),
    counts: Uint32Array.of(1),
    sampled: 1,
  } as unknown as HistogramProbe;
}

beforeEach(() => {
  catalogStore.setState({
    catalog: { initializers: [{ kind: "he_normal", title: "He normal" }] } as unknown as Catalog,
  });
  checkStore.setState({
    result: {
      nodes: [
        {
          id: "fc1",
          starts: {
            weight: { initializer: "he_normal", std: 0.05, fan_in: 800, fan_out: 10 },
            bias: { initializer: null, std: 0, fan_in: 1, fan_out: 1 },
          },
        },
        { id: "relu1", starts: {} },
      ],
      errors: [],
    } as unknown as CheckResult,
  });
});

afterEach(() => {
  cleanup();
  probes.clear();
  runStore.setState(initialRun, true);
});

const texts = (): (string | null)[] =>
  ["spread-promised", "spread-first", "spread-now"].map((id) => screen.getByTestId(id).textContent);

describe("WeightSpread", () => {
  it("states the promise before anything was measured, and claims no measurement", () => {
    render(<WeightSpread nodeId="fc1" />);
    expect(texts()).toEqual(["0.0500", "–", "–"]);
    expect(screen.getByText("He normal promises it, from fan-in 800 and fan-out 10.")).toBeTruthy();
    // The bias starts at zero: nobody drew it.
    expect(screen.queryByText("bias")).toBeNull();
  });

  it("puts the weights of step 0 and of now beside it", () => {
    probes.add(weights(0, 0.0512));
    probes.add(weights(40, 0.081));
    render(<WeightSpread nodeId="fc1" />);
    expect(texts()).toEqual(["0.0500", "0.0512", "0.0810"]);
  });

  it("does not take a later measurement for that of step 0", () => {
    probes.add(weights(40, 0.081));
    render(<WeightSpread nodeId="fc1" />);
    expect(texts()).toEqual(["0.0500", "–", "0.0810"]);
  });

  it("says where weights were not drawn", () => {
    runStore.setState({ run: { spec: { initial_weights: { run: "r" } } } as unknown as Run });
    render(<WeightSpread nodeId="fc1" />);
    expect(screen.getByText(/started from others/)).toBeTruthy();
  });

  it("has nothing to say of a layer without drawn tensors", () => {
    const { container } = render(<WeightSpread nodeId="relu1" />);
    expect(container.textContent).toBe("");
  });
});
