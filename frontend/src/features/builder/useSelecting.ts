/** What React Flow selects, as the document and the view keep it. */
import { type EdgeChange, type Node, type NodeChange, useStoreApi } from "@xyflow/react";
import { documentStore, type Place, select, selectWires, viewStore } from "@/state/document";
import type { ShownNetwork } from "./shownNetwork";
import type { Wire } from "./WireEdge";

export interface Selecting {
  changeCards: (changes: NodeChange[]) => void;
  changeWires: (changes: EdgeChange<Wire>[]) => void;
  /** The layers that a card stands for. */
  layersOf: (cards: readonly Pick<Node, "id">[]) => string[];
}

export function useSelecting(shown: ShownNetwork): Selecting {
  const flow = useStoreApi();

  const layersOf: Selecting["layersOf"] = (cards) =>
    cards.flatMap(({ id }) => {
      const card = shown.cards.find((one) => one.id === id);
      return card === undefined ? [] : (card.repeat?.members ?? [id]);
    });

  function changeCards(changes: NodeChange[]): void {
    const chosen = changes.filter((change) => change.type === "select");
    if (chosen.length === 0) return;
    const selection = new Set(documentStore.getState().selection);
    for (const change of chosen) {
      for (const id of layersOf([change])) {
        if (change.selected) selection.add(id);
        else selection.delete(id);
      }
    }
    select(...selection);
  }

  function changeWires(changes: EdgeChange<Wire>[]): void {
    const chosen = changes.filter((change) => change.type === "select");
    // A box around cards means the cards, and not all the wires between them.
    if (chosen.length === 0 || flow.getState().userSelectionActive) return;
    const wires = new Map<string, Place>(viewStore.getState().wires);
    for (const { id, selected } of chosen) {
      const wire = shown.wires.find((one) => one.id === id);
      if (selected && wire !== undefined) wires.set(id, wire.place);
      else wires.delete(id);
    }
    selectWires(wires);
  }

  return { changeCards, changeWires, layersOf };
}
