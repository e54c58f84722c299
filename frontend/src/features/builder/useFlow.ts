/** The document as React Flow wants it: cards with places, wires with routes, frames around parts. */
import type { Node } from "@xyflow/react";
import { useMemo } from "react";
import {
  foldsOf,
  INPUT,
  OUTPUT,
  useCatalog,
  useDocument,
  useSpec,
  useView,
} from "@/state/document";
import { useWords } from "@/words";
import { CARD_HEIGHT, CARD_WIDTH, layOut, type Layout, type Point, wireId } from "./layout";
import {
  nameOf,
  partFrames,
  type ShownCard,
  shownNetwork,
  type ShownNetwork,
} from "./shownNetwork";
import type { Wire } from "./WireEdge";

/** Room kept around the network, in pixels of the view: above it stands, in up to two lines, what a person should know. */
export const MARGIN = { side: 28, top: 66, bottom: 40 };

function cardType({ id, repeat }: ShownCard): string {
  if (repeat !== null) return "repeat-card";
  if (id === INPUT) return "input-card";
  return id === OUTPUT ? "output-card" : "layer-card";
}

export interface Flow {
  shown: ShownNetwork;
  layout: Layout;
  cards: Node[];
  wires: Wire[];
}

/** The network with its repeats folded as a person left them. */
function useShown(): { shown: ShownNetwork; open: ReturnType<typeof foldsOf>["open"] } {
  const nodes = useSpec((spec) => spec.network.nodes);
  const folding = useView((state) => state.folding);
  const opened = useView((state) => state.opened);
  // What may begin a part is the catalog's to say.
  const catalog = useCatalog((state) => state.catalog);
  return useMemo(() => {
    const { folded, open } = foldsOf(nodes, { folding, opened });
    return { shown: shownNetwork(nodes, folded), open };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [nodes, folding, opened, catalog]);
}

/** Where the cards stand: worked out anew only when other cards are shown, or other wires. */
function useLayout(
  { cards, wires }: ShownNetwork,
  view: { width: number; height: number },
): Layout {
  const names = cards.map(({ id }) => id).join("\n");
  const wiring = JSON.stringify(wires.map(({ source, target }) => ({ source, target })));
  return useMemo(
    () =>
      layOut(names.split("\n"), JSON.parse(wiring) as { source: string; target: string }[], {
        width: view.width - 2 * MARGIN.side,
        height: view.height - MARGIN.top - MARGIN.bottom,
      }),
    [names, wiring, view.width, view.height],
  );
}

export function useFlow(
  view: { width: number; height: number },
  wireOver: string | null,
  dragged: ReadonlyMap<string, Point>,
): Flow {
  const say = useWords("builder");
  const nodes = useSpec((spec) => spec.network.nodes);
  const selection = useDocument((state) => state.selection);
  const selectedWires = useView((state) => state.wires);
  const titles = useCatalog((state) => state.catalog?.layers);
  const { shown, open } = useShown();
  const layout = useLayout(shown, view);

  const standing = useMemo(() => {
    const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
    const chosen = new Set(selection);
    const label = ({ id, repeat }: ShownCard): string => {
      if (repeat !== null) {
        const figures = { name: nameOf(repeat.members), layers: repeat.members.length };
        return say("card.repeat", figures);
      }
      if (id === INPUT) return say("card.input");
      if (id === OUTPUT) return say("card.loss");
      const kind = kinds.get(id) ?? "";
      const title = titles?.find((entry) => entry.kind === kind)?.title ?? kind;
      return say("card.layer", { id, title });
    };
    return shown.cards.map((card): Node => {
      const end = card.id === INPUT || card.id === OUTPUT;
      const members = card.repeat?.members ?? [card.id];
      return {
        id: card.id,
        type: cardType(card),
        position: layout.cards.get(card.id) ?? { x: 0, y: 0 },
        data: card.repeat === null ? {} : { repeat: card.repeat },
        width: CARD_WIDTH,
        height: CARD_HEIGHT,
        measured: { width: CARD_WIDTH, height: CARD_HEIGHT },
        selected: members.every((id) => chosen.has(id)),
        deletable: !end,
        draggable: !end,
        // No button: what is inside one is hidden from assistive technology, and the picture's figures are inside.
        ariaRole: "group",
        ariaLabel: label(card),
        domAttributes: { "aria-roledescription": say("flow.cardRole") },
      };
    });
  }, [shown, layout, nodes, selection, titles, say]);

  const cards = useMemo(
    () =>
      dragged.size === 0
        ? standing
        : standing.map((card) => ({ ...card, position: dragged.get(card.id) ?? card.position })),
    [standing, dragged],
  );

  const frames = useMemo(
    () =>
      partFrames(open, layout).map((frame): Node => ({
        id: frame.id,
        type: "part-frame",
        position: { x: frame.x, y: frame.y },
        data: { frame },
        width: frame.width,
        height: frame.height,
        measured: { width: frame.width, height: frame.height },
        zIndex: -1,
        selectable: false,
        focusable: false,
        deletable: false,
        draggable: false,
        className: "part",
      })),
    [open, layout],
  );

  const wires = useMemo(() => {
    const names = new Map(
      shown.cards.map(({ id, repeat }) => [id, repeat === null ? id : nameOf(repeat.members)]),
    );
    names.set(OUTPUT, say("card.loss"));
    return shown.wires.map(({ id, source, target, place }): Wire => {
      const isEnd = target === OUTPUT;
      const ends = { source: names.get(source) ?? source, target: names.get(target) ?? target };
      return {
        id,
        source,
        target,
        type: "wire",
        selected: selectedWires.has(id),
        deletable: !isEnd,
        className: id === wireOver ? "over" : "",
        ariaLabel: say("wire.label", ends),
        domAttributes: { "aria-roledescription": say("flow.wireRole") },
        data: { route: layout.routes.get(wireId({ source, target })) ?? null, place },
      };
    });
  }, [shown, layout, selectedWires, wireOver, say]);
  return { shown, layout, cards: useMemo(() => [...frames, ...cards], [frames, cards]), wires };
}
