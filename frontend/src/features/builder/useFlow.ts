/** The document as React Flow wants it: cards with places, wires with routes. */
import type { Node } from "@xyflow/react";
import { useMemo } from "react";
import type { NetworkNode } from "@/contracts";
import { edgesOf, INPUT, OUTPUT, useCatalog, useDocument, useSpec } from "@/state/document";
import { CARD_HEIGHT, CARD_WIDTH, layOut, type Layout, wireId } from "./layout";
import type { Wire } from "./WireEdge";

/** Room kept around the network, in pixels of the view: above it stands what a person should know. */
export const MARGIN = { side: 28, top: 44, bottom: 40 };

function wiresOf(nodes: readonly NetworkNode[]): { source: string; target: string }[] {
  return [...edgesOf(nodes), { source: nodes.at(-1)?.id ?? INPUT, target: OUTPUT }];
}

function cardType(id: string): string {
  if (id === INPUT) return "input-card";
  return id === OUTPUT ? "output-card" : "layer-card";
}

export interface Flow {
  layout: Layout;
  cards: Node[];
  wires: Wire[];
}

export function useFlow(
  view: { width: number; height: number },
  selectedWires: ReadonlySet<string>,
  wireOver: string | null,
): Flow {
  const nodes = useSpec((spec) => spec.network.nodes);
  const selection = useDocument((state) => state.selection);
  const titles = useCatalog((state) => state.catalog?.layers);

  // Only the shape of the network moves cards; the names stand for it.
  const wiring = JSON.stringify(wiresOf(nodes));
  const names = [INPUT, ...nodes.map((node) => node.id), OUTPUT].join("\n");
  const layout = useMemo(
    () =>
      layOut(names.split("\n"), JSON.parse(wiring) as { source: string; target: string }[], {
        width: view.width - 2 * MARGIN.side,
        height: view.height - MARGIN.top - MARGIN.bottom,
      }),
    [names, wiring, view.width, view.height],
  );

  const cards = useMemo(() => {
    const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
    return [...layout.cards].map(([id, position]): Node => {
      const kind = kinds.get(id);
      const title = titles?.find((entry) => entry.kind === kind)?.title ?? kind ?? "";
      const end = id === INPUT || id === OUTPUT;
      return {
        id,
        type: cardType(id),
        position,
        data: {},
        width: CARD_WIDTH,
        height: CARD_HEIGHT,
        measured: { width: CARD_WIDTH, height: CARD_HEIGHT },
        selected: selection.includes(id),
        deletable: !end,
        draggable: false,
        ariaRole: "button",
        ariaLabel: end ? (id === INPUT ? "input: the data" : "loss") : `${id}, ${title}`,
      };
    });
  }, [layout, nodes, selection, titles]);

  const wires = useMemo(
    () =>
      wiresOf(nodes).map(({ source, target }): Wire => {
        const id = wireId({ source, target });
        return {
          id,
          source,
          target,
          type: "wire",
          selected: selectedWires.has(id),
          deletable: target !== OUTPUT,
          focusable: target !== OUTPUT,
          className: id === wireOver ? "over" : "",
          ariaLabel: `connection from ${source} to ${target === OUTPUT ? "loss" : target}`,
          data: { route: layout.routes.get(id) ?? null, over: id === wireOver },
        };
      }),
    [nodes, layout, selectedWires, wireOver],
  );
  return { layout, cards, wires };
}
