/** The network as it is shown: a card for each layer, or one for a folded repeat, and the wires between cards. */
import type { NetworkNode } from "@/contracts";
import { edgesOf, INPUT, OUTPUT, type Place, type Repeat } from "@/state/document";
import { type Layout, type Point, CARD_HEIGHT, CARD_WIDTH } from "./layout";

export interface ShownCard {
  /** The layer's name, `"input"` or `OUTPUT`; for a repeat one that no layer can have. */
  id: string;
  repeat: Repeat | null;
}

export interface ShownWire {
  id: string;
  /** The cards at its ends. */
  source: string;
  target: string;
  /** What it stands for: a wire into a folded repeat may lead to several of its layers. */
  place: Place;
}

export interface ShownNetwork {
  cards: ShownCard[];
  wires: ShownWire[];
}

export function repeatCard({ members }: Repeat): string {
  return `repeat:${members[0] ?? ""}`;
}

/** What is drawn of the network while these repeats are one card each. */
export function shownNetwork(
  nodes: readonly NetworkNode[],
  folded: readonly Repeat[],
): ShownNetwork {
  const repeatOf = new Map(folded.flatMap((one) => one.members.map((id) => [id, one])));
  const cardOf = (id: string): string => {
    const repeat = repeatOf.get(id);
    return repeat === undefined ? id : repeatCard(repeat);
  };

  const cards = new Map<string, ShownCard>([[INPUT, { id: INPUT, repeat: null }]]);
  for (const { id } of nodes) {
    cards.set(cardOf(id), { id: cardOf(id), repeat: repeatOf.get(id) ?? null });
  }
  cards.set(OUTPUT, { id: OUTPUT, repeat: null });

  const wires = new Map<string, ShownWire>();
  for (const { source, target } of edgesOf(nodes)) {
    const ends = { source: cardOf(source), target: cardOf(target) };
    if (ends.source === ends.target && repeatOf.has(source)) continue;
    const id = `${source}→${ends.target}`;
    const targets = [...(wires.get(id)?.place.targets ?? []), target];
    wires.set(id, { id, ...ends, place: { source, targets } });
  }
  const last = nodes.at(-1)?.id ?? INPUT;
  const id = `${last}→${OUTPUT}`;
  wires.set(id, { id, source: cardOf(last), target: OUTPUT, place: { source: last, targets: [] } });
  return { cards: [...cards.values()], wires: [...wires.values()] };
}

/** What a repeat or a part of it is called: what its layers' names begin with, else the first and the last. */
export function nameOf(ids: readonly string[]): string {
  const [first = "", ...others] = ids;
  let length = first.length;
  for (const id of others) {
    while (!id.startsWith(first.slice(0, length))) length -= 1;
  }
  // A number that only some of them have whole is no part of the name: layer1_1 of layer1_1 and layer1_12.
  const cut = others.some(
    (id) => /\d/.test(id[length] ?? "") && /\d/.test(first[length - 1] ?? ""),
  );
  const stem = (cut ? first.slice(0, length).replace(/\d+$/, "") : first.slice(0, length)).replace(
    /_+$/,
    "",
  );
  return stem.length > 1 || others.length === 0 ? stem : `${first} – ${ids.at(-1) ?? ""}`;
}

/** A frame around the cards of a part of an unfolded repeat, as far as they are in one row. */
export interface PartFrame extends Point {
  id: string;
  width: number;
  height: number;
  repeat: Repeat;
  /** Which part it is, from 1. */
  number: number;
  name: string;
  /** Whether it is the part's first: the others are what did not fit into the row. */
  isFirst: boolean;
}

const PADDING = 8;

export function partFrames(repeats: readonly Repeat[], layout: Layout): PartFrame[] {
  return repeats.flatMap((repeat) =>
    repeat.parts.flatMap((part, place) => {
      const rows = new Map<number, Point[]>();
      for (const id of part) {
        const card = layout.cards.get(id);
        const row = layout.rowOf.get(id);
        if (card !== undefined && row !== undefined)
          rows.set(row, [...(rows.get(row) ?? []), card]);
      }
      return [...rows.values()].map((cards, piece): PartFrame => {
        const left = Math.min(...cards.map(({ x }) => x)) - PADDING;
        const top = Math.min(...cards.map(({ y }) => y)) - PADDING;
        return {
          id: `part:${part[0] ?? ""}:${piece}`,
          x: left,
          y: top,
          width: Math.max(...cards.map(({ x }) => x)) + CARD_WIDTH + PADDING - left,
          height: Math.max(...cards.map(({ y }) => y)) + CARD_HEIGHT + PADDING - top,
          repeat,
          number: place + 1,
          name: nameOf(part),
          isFirst: piece === 0,
        };
      });
    }),
  );
}
