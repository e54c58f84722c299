import { describe, expect, it } from "vitest";
import { INPUT, OUTPUT, type Repeat } from "@/state/document";
import { CARD_HEIGHT, CARD_WIDTH, layOut } from "./layout";
import { nameOf, partFrames, repeatCard, shownNetwork } from "./shownNetwork";

/** Two blocks with a skip each, one behind the other, between two layers. */
const nodes = [
  { id: "stem", kind: "conv2d" },
  { id: "b1_conv", kind: "conv2d" },
  { id: "b1_add", kind: "add", inputs: ["b1_conv", "stem"] },
  { id: "b2_conv", kind: "conv2d" },
  { id: "b2_add", kind: "add", inputs: ["b2_conv", "b1_add"] },
  { id: "fc", kind: "linear" },
];

const blocks: Repeat = {
  parts: [
    ["b1_conv", "b1_add"],
    ["b2_conv", "b2_add"],
  ],
  members: ["b1_conv", "b1_add", "b2_conv", "b2_add"],
  entry: "stem",
  exit: "b2_add",
};

describe("shownNetwork", () => {
  it("shows a card a layer, and each wire by itself, where nothing is folded", () => {
    const { cards, wires } = shownNetwork(nodes, []);
    expect(cards.map(({ id }) => id)).toEqual([INPUT, ...nodes.map(({ id }) => id), OUTPUT]);
    expect(wires).toHaveLength(9);
    expect(wires.find(({ id }) => id === "stem→b1_add")?.place).toEqual({
      source: "stem",
      targets: ["b1_add"],
    });
    expect(wires.at(-1)).toMatchObject({ source: "fc", target: OUTPUT });
    expect(wires.at(-1)?.place).toEqual({ source: "fc", targets: [] });
  });

  it("shows a folded repeat as one card in its place, with one wire that stands for both that lead into it", () => {
    const { cards, wires } = shownNetwork(nodes, [blocks]);
    const card = repeatCard(blocks);
    expect(cards.map(({ id }) => id)).toEqual([INPUT, "stem", card, "fc", OUTPUT]);
    expect(wires.map(({ source, target }) => [source, target])).toEqual([
      [INPUT, "stem"],
      ["stem", card],
      [card, "fc"],
      ["fc", OUTPUT],
    ]);
    expect(wires[1]?.place).toEqual({ source: "stem", targets: ["b1_conv", "b1_add"] });
    expect(wires[2]?.place).toEqual({ source: "b2_add", targets: ["fc"] });
  });

  it("lets the loss follow a repeat that ends the network", () => {
    const { wires } = shownNetwork(nodes.slice(0, -1), [blocks]);
    expect(wires.at(-1)).toMatchObject({ source: repeatCard(blocks), target: OUTPUT });
    expect(wires.at(-1)?.place).toEqual({ source: "b2_add", targets: [] });
  });
});

describe("nameOf", () => {
  it("is what all names begin with", () => {
    expect(nameOf(["layer1_1_conv", "layer1_1_norm"])).toBe("layer1_1");
    expect(nameOf(["layer1_2_conv", "layer1_3_relu"])).toBe("layer1");
    expect(nameOf(["conv1"])).toBe("conv1");
  });

  it("keeps no half of a number", () => {
    expect(nameOf(["block11_conv", "block12_conv"])).toBe("block");
  });

  it("is the first and the last where they have nothing in common", () => {
    expect(nameOf(["conv1", "relu1", "fc2"])).toBe("conv1 – fc2");
  });
});

describe("partFrames", () => {
  const ids = [INPUT, ...nodes.map(({ id }) => id), OUTPUT];
  const { wires } = shownNetwork(nodes, []);

  it.each([3000, 700, 300])("holds every card of its part and no other, at width %i", (width) => {
    const layout = layOut(ids, wires, { width, height: 900 });
    const frames = partFrames([blocks], layout);
    const inside = (frame: (typeof frames)[number], id: string): boolean => {
      const card = layout.cards.get(id) ?? { x: 0, y: 0 };
      return (
        card.x >= frame.x &&
        card.y >= frame.y &&
        card.x + CARD_WIDTH <= frame.x + frame.width &&
        card.y + CARD_HEIGHT <= frame.y + frame.height
      );
    };
    for (const [place, part] of blocks.parts.entries()) {
      const own = frames.filter((frame) => frame.number === place + 1);
      expect(own.filter((frame) => frame.isFirst)).toHaveLength(1);
      expect(ids.filter((id) => own.some((frame) => inside(frame, id)))).toEqual(part);
    }
  });
});
