/** Dragging kinds of layers from the palette, and cards from where they are, onto a wire or a card. */
import type { Node, NodeChange } from "@xyflow/react";
import { type DragEvent, useState } from "react";
import { moveNodes } from "@/state/document";
import { dropLayer, LAYER_TYPE, underPointer } from "./dragging";
import type { Point } from "./layout";
import type { ShownNetwork } from "./shownNetwork";

const NOTHING: ReadonlyMap<string, Point> = new Map();

export interface Dragging {
  /** The wire under the pointer, which would take what is dragged. */
  wireOver: string | null;
  /** Where cards are while they are dragged. */
  dragged: ReadonlyMap<string, Point>;
}

export function useDragging(): Dragging & {
  /** The handlers, given the network that is shown. */
  handlers: (
    shown: ShownNetwork,
    layersOf: (cards: readonly Pick<Node, "id">[]) => string[],
  ) => {
    follow: (changes: NodeChange[]) => void;
    onNodeDrag: (event: MouseEvent | TouchEvent, node: Node, cards: Node[]) => void;
    onNodeDragStop: (event: MouseEvent | TouchEvent, node: Node, cards: Node[]) => void;
    onDragOver: (event: DragEvent) => void;
    onDragLeave: () => void;
    onDrop: (event: DragEvent) => void;
  };
} {
  const [wireOver, setWireOver] = useState<string | null>(null);
  const [dragged, setDragged] = useState(NOTHING);

  return {
    wireOver,
    dragged,
    handlers: (shown, layersOf) => {
      const placeOf = (wire: string | null) =>
        shown.wires.find((one) => one.id === wire)?.place ?? null;
      /** The wires that take dragged cards: their own go along with them, and lie under the pointer, too. */
      const othersThan = (cards: readonly Node[]): ReadonlySet<string> => {
        const own = new Set(cards.map(({ id }) => id));
        const others = shown.wires.filter(
          ({ source, target }) => !own.has(source) && !own.has(target),
        );
        return new Set(others.map(({ id }) => id));
      };
      return {
        follow(changes) {
          const moves = changes.filter((change) => change.type === "position");
          if (!moves.some((move) => move.dragging)) return;
          setDragged((before) => {
            const after = new Map(before);
            for (const { id, position } of moves) if (position) after.set(id, position);
            return after;
          });
        },
        onNodeDrag(event, _node, cards) {
          setWireOver(wireAt(event, othersThan(cards)));
        },
        onNodeDragStop(event, _node, cards) {
          const place = placeOf(wireAt(event, othersThan(cards)));
          setWireOver(null);
          setDragged(NOTHING);
          if (place !== null) moveNodes(layersOf(cards), place);
        },
        onDragOver(event) {
          if (!event.dataTransfer.types.includes(LAYER_TYPE)) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = "copy";
          setWireOver(underPointer(event.target).wire);
        },
        onDragLeave() {
          setWireOver(null);
        },
        onDrop(event) {
          const kind = event.dataTransfer.getData(LAYER_TYPE);
          setWireOver(null);
          if (kind === "") return;
          event.preventDefault();
          const { wire, card } = underPointer(event.target);
          const on = shown.cards.find((one) => one.id === card);
          dropLayer(kind, { wire: placeOf(wire), card: on?.repeat?.exit ?? on?.id ?? null });
        },
      };
    },
  };
}

/** The first of `wires` under the pointer, below whatever is dragged over it. */
function wireAt(event: MouseEvent | TouchEvent, wires: ReadonlySet<string>): string | null {
  const at = "clientX" in event ? event : event.changedTouches[0];
  if (at === undefined) return null;
  const hit = document
    .elementsFromPoint(at.clientX, at.clientY)
    .map((element) => underPointer(element).wire);
  return hit.find((wire) => wire !== null && wires.has(wire)) ?? null;
}
