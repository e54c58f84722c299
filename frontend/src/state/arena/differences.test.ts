import { describe, expect, it } from "vitest";
import type { RunSpec } from "@/contracts";
import { applyChanges, type Change } from "./changes";
import { differences } from "./differences";
import { catalog, spec } from "./testing";

function told(other: RunSpec): string[] {
  return differences(spec, other, catalog).map(
    ({ path, more, from, to }) => `${path}${more > 0 ? ` +${more}` : ""}: ${from} → ${to}`,
  );
}

function after(...changes: Change[]): string[] {
  return told(applyChanges(spec, changes, catalog));
}

describe("differences", () => {
  it("finds none where there are none, whatever defaults are written out or names given", () => {
    expect(told(spec)).toEqual([]);
    const nodes = spec.network.nodes.map((node) =>
      node.kind === "linear" ? { ...node, bias: true, weight_init: { kind: "he_normal" } } : node,
    );
    expect(
      told({
        ...spec,
        name: "another",
        network: { nodes },
        optimizer: { ...spec.optimizer, weight_decay: 0 },
        data: { dataset: "noise", options: { samples: 1000 } },
      }),
    ).toEqual([]);
  });

  it("tells a setting by its path, and the same one of many layers once", () => {
    expect(after({ setting: "optimizer_setting", name: "learning_rate", value: 0.5 })).toEqual([
      "optimizer.learning_rate: 0.1 → 0.5",
    ]);
    expect(after({ setting: "initializer", value: { kind: "normal", std: 1 } })).toEqual([
      "fc1.weight_init +2: he_normal → normal(std=1)",
    ]);
    expect(after({ setting: "activation", value: "tanh" })).toEqual(["relu1 +1: relu → tanh"]);
    expect(after({ setting: "batch_size", value: 8 })).toEqual(["batch_size: 32 → 8"]);
  });

  it("names another kind with the settings that are not its usual ones", () => {
    const adam = { kind: "adam", learning_rate: 0.001, beta1: 0.5, weight_decay: 0 };
    expect(after({ setting: "optimizer", value: adam })).toEqual([
      "optimizer: sgd → adam(beta1=0.5)",
    ]);
  });

  it("tells layers that only one of them has", () => {
    expect(after({ setting: "batch_norm", value: true })).toEqual(["norm1 +1: null → batch_norm"]);
    const shorter = { ...spec, network: { nodes: spec.network.nodes.slice(0, -1) } };
    expect(told(shorter)).toEqual(["fc3: linear → null"]);
  });

  it("looks at the data and at run settings that have defaults", () => {
    const { batch_size: _, ...unsaid } = spec;
    expect(told({ ...unsaid, data: { dataset: "noise", options: { samples: 50 } } })).toEqual([
      "batch_size: 32 → 100",
      "data.options.samples: 1000 → 50",
    ]);
  });
});
