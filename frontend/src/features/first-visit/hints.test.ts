import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Catalog, Run, RunSpec } from "@/contracts";
import { catalogStore, open, select, setComponent } from "@/state/document";
import { runStore } from "@/state/telemetry/runStore";
import { dismissHints, followHints, HINTS, hintStore, nextHint } from "./hints";

const spec: RunSpec = {
  data: { dataset: "digits" },
  network: { nodes: [{ id: "flat1", kind: "flatten" }] },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "adam", learning_rate: 0.001 },
};

function trainOn(dataset: string): void {
  runStore.setState({
    run: { state: "running", spec: { ...spec, data: { dataset } } } as unknown as Run,
  });
}

let end: () => void;
const shown = () => hintStore.getState().current;

beforeEach(() => {
  localStorage.clear();
  runStore.setState({ run: null });
  catalogStore.setState({
    catalog: {
      datasets: [
        { kind: "digits", input_shape: [1, 8, 8] },
        { kind: "spiral", input_shape: [2] },
      ],
    } as unknown as Catalog,
  });
  open(spec);
  hintStore.setState({ current: HINTS[0] });
  end = followHints();
});

afterEach(() => {
  end();
});

describe("the hints of a first visit", () => {
  it("lead on as a person follows them, and are over after the last", () => {
    expect(shown()).toBe("play");
    trainOn("digits");
    expect(shown()).toBe("look");
    select("input");
    expect(shown()).toBe("look");
    select("flat1");
    expect(shown()).toBe("change");
    select();
    expect(shown()).toBe("change");
    setComponent("optimizer", { kind: "adam", learning_rate: 0.01 });
    expect(shown()).toBe("boundary");
    trainOn("digits");
    expect(shown()).toBe("boundary");
    trainOn("spiral");
    expect(shown()).toBeNull();
    expect(localStorage.getItem("neurarium.hints.v1")).toBe("seen");
  });

  it("can be passed over one by one, or all at once for good", () => {
    nextHint();
    expect(shown()).toBe("look");
    expect(localStorage.getItem("neurarium.hints.v1")).toBeNull();
    dismissHints();
    expect(shown()).toBeNull();
    expect(localStorage.getItem("neurarium.hints.v1")).toBe("seen");
    nextHint();
    expect(shown()).toBeNull();
  });
});
