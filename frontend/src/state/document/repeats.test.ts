import { describe, expect, it } from "vitest";
import type { NetworkNode } from "@/contracts";
import { backboneOf } from "./backbone";
import { resolve } from "./graph";
import { findRepeats, type Repeat } from "./repeats";
import { googlenet, resnet, stack, vgg16 } from "./testing/networks";

const WEIGHTS = ["conv2d", "linear"];
const find = (nodes: NetworkNode[]): Repeat[] =>
  findRepeats(nodes, (kind) => WEIGHTS.includes(kind));
const times = (repeats: Repeat[]) => repeats.map((one) => one.parts.length);
const sizes = (repeats: Repeat[]) => repeats.map((one) => one.parts[0]?.length);
/** How many cards are left to look at. */
const cards = (nodes: NetworkNode[], repeats: Repeat[]) =>
  nodes.length - repeats.flatMap((one) => one.members).length + repeats.length;

describe("backboneOf", () => {
  it("is a piece a layer in a stack", () => {
    const pieces = backboneOf(stack("conv2d", "relu", "linear"));
    expect(pieces.map((piece) => [piece.entry, piece.nodes.map((node) => node.id)])).toEqual([
      ["input", ["n0"]],
      ["n0", ["n1"]],
      ["n1", ["n2"]],
    ]);
  });

  it("keeps branches and their merge together", () => {
    const nodes: NetworkNode[] = [
      { id: "a", kind: "conv2d" },
      { id: "b", kind: "relu" },
      { id: "sum", kind: "add", inputs: ["b", "a"] },
      { id: "c", kind: "relu" },
    ];
    expect(backboneOf(nodes).map((piece) => piece.nodes.length)).toEqual([1, 2, 1]);
  });

  it("sees a skip from the data itself", () => {
    const nodes: NetworkNode[] = [
      { id: "a", kind: "conv2d" },
      { id: "sum", kind: "add", inputs: ["a", "input"] },
    ];
    expect(backboneOf(nodes).map((piece) => piece.nodes.length)).toEqual([2]);
  });

  it("leaves out what leads nowhere, and gives up on circles and on what is not there", () => {
    const side: NetworkNode[] = [
      { id: "a", kind: "conv2d" },
      { id: "side", kind: "relu" },
      { id: "b", kind: "relu", inputs: ["a"] },
    ];
    expect(backboneOf(side).flatMap((piece) => piece.nodes.map((node) => node.id))).toEqual([
      "a",
      "b",
    ]);
    expect(backboneOf([{ id: "a", kind: "relu", inputs: ["a"] }])).toEqual([]);
    expect(backboneOf([{ id: "a", kind: "relu", inputs: ["ghost"] }])).toEqual([]);
    expect(backboneOf([])).toEqual([]);
  });
});

describe("findRepeats", () => {
  it("finds the bottlenecks of ResNet-50, and leaves a page that can be read", () => {
    const nodes = resnet(50);
    const repeats = find(nodes);
    expect(nodes).toHaveLength(174);
    // In each stage a block with a projection, and then those without.
    expect(times(repeats)).toEqual([1, 2, 1, 3, 1, 5, 1, 2]);
    expect(sizes(repeats)).toEqual([12, 10, 12, 10, 12, 10, 12, 10]);
    expect(repeats[1]?.parts.map((part) => part.at(-1))).toEqual([
      "layer1_2_relu",
      "layer1_3_relu",
    ]);
    expect(repeats[1]).toMatchObject({ entry: "layer1_1_relu", exit: "layer1_3_relu" });
    expect(cards(nodes, repeats)).toBe(14);
  });

  it("finds the blocks of ResNet-18 and ResNet-34", () => {
    expect(times(find(resnet(18)))).toEqual([2, 1, 1, 1, 1, 1, 1]);
    expect(times(find(resnet(34)))).toEqual([3, 1, 3, 1, 5, 1, 2]);
    expect(sizes(find(resnet(34)))).toEqual([7, 9, 7, 9, 7, 9, 7]);
  });

  it("finds the convolution and ReLU pairs of VGG-16, and its two hidden layers", () => {
    const repeats = find(vgg16());
    expect(times(repeats)).toEqual([2, 2, 3, 3, 3, 2]);
    expect(sizes(repeats)).toEqual([2, 2, 2, 2, 2, 3]);
    expect(repeats.at(-1)?.members).toEqual([
      "fc1",
      "fc_relu1",
      "drop1",
      "fc2",
      "fc_relu2",
      "drop2",
    ]);
  });

  it("finds GoogLeNet's inception modules, whatever the order of their branches", () => {
    const nodes = googlenet();
    const repeats = find(nodes);
    expect(times(repeats)).toEqual([2, 5, 2]);
    expect(sizes(repeats)).toEqual([20, 20, 20]);
    expect(repeats[1]).toMatchObject({ exit: "inception4e" });
    expect(cards(nodes, repeats)).toBeLessThan(25);
  });

  it("makes a new stage where the stride changes", () => {
    const conv = (id: string, stride: number): NetworkNode[] => [
      { id, kind: "conv2d", stride },
      { id: `${id}_relu`, kind: "relu" },
    ];
    const nodes = [...conv("a", 1), ...conv("b", 1), ...conv("c", 2), ...conv("d", 2)];
    expect(find(nodes).map((one) => one.entry)).toEqual(["input", "b_relu"]);
  });

  it("finds nothing in what repeats nothing", () => {
    expect(find([])).toEqual([]);
    expect(find(stack("conv2d", "relu", "max_pool2d", "flatten", "linear"))).toEqual([]);
    expect(find(stack("linear", "linear", "linear", "linear"))).toEqual([]);
    expect(find(stack("relu", "tanh", "relu", "tanh"))).toEqual([]);
    expect(find([{ id: "a", kind: "conv2d", inputs: ["a"] }])).toEqual([]);
  });

  it("leaves a single block alone that comes once", () => {
    const block: NetworkNode[] = [
      { id: "a", kind: "conv2d" },
      { id: "b", kind: "relu" },
      { id: "sum", kind: "add", inputs: ["b", "a"] },
      { id: "fc", kind: "linear" },
    ];
    expect(find(block)).toEqual([]);
  });

  it("is not misled by irregular graphs: a block that differs stands alone", () => {
    const nodes = resnet(50).map((node) =>
      node.id === "layer3_4_2_relu" ? { ...node, kind: "tanh" } : node,
    );
    expect(times(find(nodes))).toEqual([1, 2, 1, 3, 1, 2, 2, 1, 2]);
  });

  it("gives parts that are closed: only the entry comes in, only the exit goes out", () => {
    for (const nodes of [resnet(18), resnet(50), vgg16(), googlenet()]) {
      const resolved = resolve(nodes);
      for (const { parts, members, entry, exit } of find(nodes)) {
        const inside = new Set(members);
        expect(new Set(parts.map((part) => part.length)).size).toBe(1);
        for (const node of resolved) {
          const outside = node.inputs.filter((id) => !inside.has(id));
          if (inside.has(node.id)) expect([[], [entry]]).toContainEqual([...new Set(outside)]);
          else expect(node.inputs.filter((id) => inside.has(id) && id !== exit)).toEqual([]);
        }
      }
    }
  });
});
