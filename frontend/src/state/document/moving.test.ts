import { beforeEach, describe, expect, it } from "vitest";
import type { Catalog, NetworkNode } from "@/contracts";
import { catalogStore } from "./catalogStore";
import { documentStore, open, specOf, undoEdit } from "./documentStore";
import { edgesOf } from "./graph";
import { canMoveLayers, moveLayers } from "./moving";
import { resnet, stack } from "./testing/networks";
import { repeatsOf, setFolding } from "./viewStore";

const nodes = (): NetworkNode[] => specOf(documentStore.getState()).network.nodes;
const names = (): string[] => nodes().map((node) => node.id);

function start(network: NetworkNode[]): void {
  open({
    data: { dataset: "digits" },
    network: { nodes: network },
    loss: { kind: "softmax_cross_entropy" },
    optimizer: { kind: "adam" },
  });
}

const entry = (kind: string) => ({
  kind,
  family: kind === "conv2d" || kind === "linear" ? "weights" : "activation",
  inputs: { minimum: 1, maximum: kind === "add" ? null : 1 },
});

beforeEach(() => {
  const kinds = ["conv2d", "linear", "relu", "tanh", "add", "batch_norm", "max_pool2d"];
  catalogStore.setState({ catalog: { layers: kinds.map(entry) } as unknown as Catalog });
});

describe("moveLayers", () => {
  it("exchanges several layers, as one, with the layer behind them and back", () => {
    start(stack("linear", "relu", "linear", "tanh"));
    moveLayers(["n0", "n1"], "later");
    expect(names()).toEqual(["n2", "n0", "n1", "n3"]);
    moveLayers(["n0", "n1"], "earlier");
    expect(names()).toEqual(["n0", "n1", "n2", "n3"]);
  });

  it("goes no further than the ends", () => {
    start(stack("linear", "relu", "linear"));
    expect(canMoveLayers(["n0", "n1"], "earlier")).toBe(false);
    expect(canMoveLayers(["n1", "n2"], "later")).toBe(false);
    expect(canMoveLayers(["n1"], "later")).toBe(true);
    const before = documentStore.getState().history;
    moveLayers(["n0", "n1"], "earlier");
    expect(documentStore.getState().history).toBe(before);
  });

  it("passes a folded repeat as one card, and keeps all wires within it", () => {
    start(resnet(18));
    setFolding(true);
    const [first] = repeatsOf(nodes());
    const inside = () =>
      edgesOf(nodes()).filter(
        (wire) => first?.members.includes(wire.source) && first.members.includes(wire.target),
      );
    const wires = new Set(inside().map(({ source, target }) => `${source}>${target}`));
    moveLayers(["stem_pool"], "later");
    const place = names().indexOf("stem_pool");
    expect(names()[place - 1]).toBe(first?.exit);
    expect(new Set(inside().map(({ source, target }) => `${source}>${target}`))).toEqual(wires);
    undoEdit();
    expect(names()).toEqual(resnet(18).map((node) => node.id));
  });

  it("leaves a merge that would lose what it joins where it is", () => {
    start([
      ...stack("linear", "relu"),
      { id: "sum", kind: "add", inputs: ["n1", "n0"] },
      { id: "end", kind: "tanh" },
    ]);
    expect(canMoveLayers(["sum", "end"], "earlier")).toBe(false);
  });
});
