import { describe, expect, it } from "vitest";
import type { NetworkNode } from "@/contracts";
import { applyChange, applyChanges, type Change, isChange } from "./changes";
import { catalog, spec } from "./testing";

function nodesAfter(...changes: Change[]): NetworkNode[] {
  return applyChanges(spec, changes, catalog).network.nodes;
}

function written(nodes: readonly NetworkNode[]): string {
  return nodes.map(({ id, inputs }) => (inputs == null ? id : `${id}(${inputs.join()})`)).join(" ");
}

describe("applyChange", () => {
  it("changes what it names and leaves its argument alone", () => {
    const before = structuredClone(spec);
    const adam = { kind: "adam", learning_rate: 0.01 };
    expect(applyChange(spec, { setting: "optimizer", value: adam }, catalog)).toEqual({
      ...spec,
      optimizer: adam,
    });
    const slower = applyChange(
      spec,
      { setting: "optimizer_setting", name: "learning_rate", value: 0.01 },
      catalog,
    );
    expect(slower.optimizer).toEqual({ kind: "sgd", learning_rate: 0.01 });
    expect(applyChange(spec, { setting: "seed", value: 9 }, catalog).seed).toBe(9);
    expect(spec).toEqual(before);
  });

  it("gives every layer that draws its weights the initializer", () => {
    const normal = { kind: "normal", std: 1 };
    const drawn = nodesAfter({ setting: "initializer", value: normal }).map(
      ({ weight_init }) => weight_init,
    );
    expect(drawn).toEqual([normal, undefined, normal, undefined, normal]);
  });

  it("names activations after what they are now, and leaves the output alone", () => {
    expect(written(nodesAfter({ setting: "activation", value: "tanh" }))).toBe(
      "fc1 tanh1 fc2 tanh2 fc3",
    );
    const ended = {
      ...spec,
      network: { nodes: [...spec.network.nodes, { id: "relu3", kind: "relu" }] },
    };
    const changed = applyChange(ended, { setting: "activation", value: "tanh" }, catalog);
    expect(changed.network.nodes.at(-1)).toEqual({ id: "relu3", kind: "relu" });
  });

  it("puts batch normalisation behind every hidden layer with weights, once, and takes it away", () => {
    const on: Change = { setting: "batch_norm", value: true };
    expect(written(nodesAfter(on))).toBe("fc1 norm1 relu1 fc2 norm2 relu2 fc3");
    expect(nodesAfter(on, on)).toEqual(nodesAfter(on));
    expect(nodesAfter(on, { setting: "batch_norm", value: false })).toEqual(spec.network.nodes);
  });

  it("leaves no path that goes past what was put behind a layer", () => {
    const skipping = {
      ...spec,
      network: {
        nodes: [
          { id: "fc1", kind: "linear", out_features: 8 },
          { id: "relu1", kind: "relu" },
          { id: "add1", kind: "add", inputs: ["fc1", "relu1"] },
        ],
      },
    };
    const changed = applyChange(skipping, { setting: "batch_norm", value: true }, catalog);
    expect(written(changed.network.nodes)).toBe("fc1 norm1 relu1 add1(norm1,relu1)");
  });

  it("sets the dropout there is, else puts some behind every hidden activation", () => {
    const inserted = nodesAfter({ setting: "dropout", value: 0.2 });
    expect(written(inserted)).toBe("fc1 relu1 drop1 fc2 relu2 drop2 fc3");
    const again = nodesAfter(
      { setting: "dropout", value: 0.2 },
      { setting: "dropout", value: 0.7 },
    );
    expect(again.filter(({ kind }) => kind === "dropout").map(({ p }) => p)).toEqual([0.7, 0.7]);
    expect(again).toHaveLength(inserted.length);
  });

  it("changes one setting of one layer, and forgets the device of the other engine", () => {
    const wide = nodesAfter({ setting: "layer", node: "fc2", field: "out_features", value: 64 });
    expect(wide.map(({ out_features }) => out_features)).toEqual([8, undefined, 64, undefined, 10]);
    const torch = applyChange(
      { ...spec, device: "cpu" },
      { setting: "engine", value: "torch" },
      catalog,
    );
    expect(torch).toMatchObject({ engine: "torch", device: "auto" });
  });
});

describe("isChange", () => {
  it("knows a change from anything else a link may hold", () => {
    const real: Change[] = [
      { setting: "optimizer", value: { kind: "adam" } },
      { setting: "optimizer_setting", name: "clip_norm", value: null },
      { setting: "batch_norm", value: false },
      { setting: "layer", node: "fc1", field: "bias", value: false },
      { setting: "engine", value: "torch" },
    ];
    expect(real.map(isChange)).toEqual(real.map(() => true));
    const others = [
      null,
      "seed",
      {},
      { setting: "seed", value: "3" },
      { setting: "optimizer", value: "adam" },
      { setting: "engine", value: "fast" },
      { setting: "sleep", value: 1 },
    ];
    expect(others.map(isChange)).toEqual(others.map(() => false));
  });
});
