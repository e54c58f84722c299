import { describe, expect, it } from "vitest";
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  layOut,
  middleOf,
  roundedPath,
  type Wire,
  wireId,
} from "./layout";

function chain(length: number): { ids: string[]; wires: Wire[] } {
  const ids = Array.from({ length }, (_, place) => `n${place}`);
  const wires = ids.slice(1).map((target, place) => ({ source: `n${place}`, target }));
  return { ids, wires };
}

const rows = (cards: Map<string, { y: number }>) => new Set([...cards.values()].map(({ y }) => y));

function overlapping(cards: Map<string, { x: number; y: number }>): string[] {
  const all = [...cards];
  return all.flatMap(([one, a], place) =>
    all
      .slice(place + 1)
      .filter(([, b]) => Math.abs(a.x - b.x) < CARD_WIDTH && Math.abs(a.y - b.y) < CARD_HEIGHT)
      .map(([other]) => `${one}/${other}`),
  );
}

describe("layOut", () => {
  it("puts a short chain into one row, in order", () => {
    const { ids, wires } = chain(4);
    const { cards, routes } = layOut(ids, wires, { width: 1000, height: 500 });
    expect(rows(cards).size).toBe(1);
    const xs = ids.map((id) => cards.get(id)?.x ?? 0);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(routes.size).toBe(0);
  });

  it.each([9, 13, 17])("wraps a chain of %i so that it can be read at 940 x 548", (length) => {
    const { ids, wires } = chain(length);
    const layout = layOut(ids, wires, { width: 940, height: 548 });
    expect(overlapping(layout.cards)).toEqual([]);
    expect(Math.min(1, 940 / layout.width, 548 / layout.height)).toBeGreaterThan(0.75);
  });

  it("routes the wire to the next row through the gap, never across a card", () => {
    const { ids, wires } = chain(8);
    const layout = layOut(ids, wires, { width: 800, height: 500 });
    expect(layout.routes.size).toBeGreaterThan(0);
    for (const route of layout.routes.values()) {
      for (const { x, y } of route) {
        for (const card of layout.cards.values()) {
          const inside =
            x > card.x && x < card.x + CARD_WIDTH && y > card.y && y < card.y + CARD_HEIGHT;
          expect(inside).toBe(false);
        }
      }
    }
  });

  it("leads a skip connection around the cards it passes", () => {
    const ids = ["a", "b", "c", "sum"];
    const wires = [
      { source: "a", target: "b" },
      { source: "b", target: "c" },
      { source: "c", target: "sum" },
      { source: "a", target: "sum" },
    ];
    const layout = layOut(ids, wires, { width: 1000, height: 500 });
    const route = layout.routes.get(wireId({ source: "a", target: "sum" })) ?? [];
    const b = layout.cards.get("b") ?? { x: 0, y: 0 };
    const passing = route.slice(1, -1);
    expect(passing.length).toBe(2);
    expect(passing.every(({ y }) => y < b.y || y > b.y + CARD_HEIGHT)).toBe(true);
  });

  it("leaves out wires to unknown cards, and survives a cycle", () => {
    const wires = [
      { source: "ghost", target: "a" },
      { source: "a", target: "b" },
      { source: "b", target: "a" },
    ];
    const layout = layOut(["a", "b"], wires, { width: 500, height: 500 });
    expect(layout.cards.size).toBe(2);
    expect(layOut([], [], { width: 500, height: 500 }).cards.size).toBe(0);
  });
});

describe("roundedPath", () => {
  it("rounds corners and never beyond half a piece", () => {
    const path = roundedPath([
      { x: 0, y: 0 },
      { x: 8, y: 0 },
      { x: 8, y: 100 },
    ]);
    expect(path).toBe("M0,0 L4,0 Q8,0 8,10 L8,100");
  });
});

describe("middleOf", () => {
  it("is half way along the line, not half way between its ends", () => {
    const corner = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 20 },
    ];
    expect(middleOf(corner)).toEqual({ x: 60, y: 0 });
    expect(middleOf(corner.slice(0, 1))).toEqual({ x: 0, y: 0 });
  });
});
