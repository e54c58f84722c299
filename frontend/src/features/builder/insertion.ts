/** Where a person is about to add a layer: on which wires, and at which place of the picture. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import {
  documentStore,
  edgesOf,
  INPUT,
  type Place,
  present,
  selectedLayers,
  viewStore,
} from "@/state/document";

export interface Insertion {
  place: Place;
  /** In pixels of the window: the menu opens here. */
  at: { x: number; y: number };
}

const store = createStore<{ current: Insertion | null }>()(() => ({ current: null }));

export function useInsertion(): Insertion | null {
  return useStore(store, ({ current }) => current);
}

export function beginInsertion(place: Place, at: Insertion["at"]): void {
  store.setState({ current: { place, at } });
}

export function endInsertion(): void {
  store.setState({ current: null });
}

/** Behind this node, on the way that the data takes first. */
export function placeBehind(source: string): Place {
  const follower = edgesOf(present().network.nodes).find((edge) => edge.source === source);
  return { source, targets: follower === undefined ? [] : [follower.target] };
}

/** The wires that a layer would be added on now: the selected one, else those behind the selected card. */
function currentPlace(): Place {
  const [wire] = viewStore.getState().wires.values();
  if (wire !== undefined) return wire;
  const { selection } = documentStore.getState();
  const last = present().network.nodes.at(-1)?.id ?? INPUT;
  return placeBehind(selectedLayers().at(-1) ?? (selection.includes(INPUT) ? INPUT : last));
}

/** Opens the menu of layers where a person is: beside `element`, else beside what is selected. */
export function insertHere(element?: Element, place = currentPlace()): void {
  const marked =
    element ??
    document.querySelector(".react-flow__edge.selected, .react-flow__node.selected") ??
    document.querySelector(".react-flow");
  const box = marked?.getBoundingClientRect();
  if (box === undefined) return;
  beginInsertion(place, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
}
