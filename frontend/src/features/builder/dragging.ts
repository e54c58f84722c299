/** Dragging a kind of layer from the palette to the graph. */
import { addLayer, insertLayer, INPUT, OUTPUT, type Place, present } from "@/state/document";

export const LAYER_TYPE = "application/x-neurarium-layer";

/** The wire or the card under the pointer; the graph marks both with their ids. */
export function underPointer(target: EventTarget | null): {
  wire: string | null;
  card: string | null;
} {
  const element = target instanceof Element ? target : null;
  return {
    wire: element?.closest<SVGElement>(".react-flow__edge")?.dataset.id ?? null,
    card: element?.closest<HTMLElement>(".react-flow__node")?.dataset.id ?? null,
  };
}

/** Adds the dropped layer: on the wire, behind the card, else at the end of the network. */
export function dropLayer(kind: string, place: { wire: Place | null; card: string | null }): void {
  if (place.wire !== null) {
    insertLayer(kind, place.wire);
    return;
  }
  const last = present().network.nodes.at(-1)?.id ?? INPUT;
  addLayer(kind, place.card === null || place.card === OUTPUT ? last : place.card);
}
