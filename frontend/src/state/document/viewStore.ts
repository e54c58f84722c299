/**
 * How a person looks at the network: which repeats are folded into one card, and which wires are
 * selected. It belongs to the view; the document knows nothing of it.
 */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { NetworkNode } from "@/contracts";
import { catalogStore, layerEntry } from "./catalogStore";
import { documentStore, select, specOf } from "./documentStore";
import type { Place } from "./edits";
import { findRepeats, type Repeat } from "./repeats";

/** From this many layers on, repeats are folded unless a person says otherwise. */
export const FOLD_FROM = 40;

export interface ViewState {
  /** Whether repeats are folded; null as long as the size of the network decides. */
  folding: boolean | null;
  /** Layers that are shown one by one although they are part of a repeat. */
  opened: ReadonlySet<string>;
  /** The selected wires by the id of their picture: where they come from and lead to. */
  wires: ReadonlyMap<string, Place>;
}

const AS_USUAL: ViewState = { folding: null, opened: new Set(), wires: new Map() };

export const viewStore = createStore<ViewState>()(() => AS_USUAL);

export function useView<Chosen>(selector: (state: ViewState) => Chosen): Chosen {
  return useStore(viewStore, selector);
}

const known = new WeakMap<readonly NetworkNode[], Repeat[]>();

/** The repeats of a network; found once for each. */
export function repeatsOf(nodes: readonly NetworkNode[]): Repeat[] {
  const { catalog } = catalogStore.getState();
  const found =
    known.get(nodes) ??
    findRepeats(nodes, (kind) => layerEntry(catalog, kind)?.family === "weights");
  if (catalog !== null) known.set(nodes, found);
  return found;
}

export function isFolding(nodes: readonly NetworkNode[], view: ViewState): boolean {
  return view.folding ?? nodes.length >= FOLD_FROM;
}

/** The repeats that are one card each, and those that are shown layer by layer. */
export function foldsOf(
  nodes: readonly NetworkNode[],
  view: Pick<ViewState, "folding" | "opened">,
): { folded: Repeat[]; open: Repeat[] } {
  if (!isFolding(nodes, { ...AS_USUAL, ...view })) return { folded: [], open: [] };
  const isOpen = (repeat: Repeat): boolean => repeat.members.some((id) => view.opened.has(id));
  const repeats = repeatsOf(nodes);
  return { folded: repeats.filter((one) => !isOpen(one)), open: repeats.filter(isOpen) };
}

const present = (): NetworkNode[] => specOf(documentStore.getState()).network.nodes;

/** Folds all repeats, or none. */
export function setFolding(folding: boolean): void {
  viewStore.setState({ folding, opened: new Set() });
}

export function toggleFolding(): void {
  const nodes = present();
  const view = viewStore.getState();
  const someFolded = foldsOf(nodes, view).folded.length > 0;
  setFolding(!(isFolding(nodes, view) && someFolded));
}

/** Shows a repeat layer by layer, and selects nothing in it that was not selected. */
export function unfold(repeat: Repeat): void {
  viewStore.setState(({ opened }) => ({ opened: new Set([...opened, ...repeat.members]) }));
}

/** Makes one card of a repeat, and selects it. */
export function fold(repeat: Repeat): void {
  const members = new Set(repeat.members);
  select(...repeat.members);
  viewStore.setState(({ opened }) => ({
    opened: new Set([...opened].filter((id) => !members.has(id))),
  }));
}

/** The repeat that a layer is part of, folded or not; undefined where there is none to fold. */
export function repeatWith(id: string | undefined): Repeat | undefined {
  if (id === undefined || !isFolding(present(), viewStore.getState())) return undefined;
  return repeatsOf(present()).find((repeat) => repeat.members.includes(id));
}

export function isFolded(repeat: Repeat): boolean {
  const { opened } = viewStore.getState();
  return !repeat.members.some((id) => opened.has(id));
}

/** Folds or unfolds the repeat that what is selected is part of. */
export function toggleFoldOfSelection(): void {
  const { selection } = documentStore.getState();
  const repeat = repeatWith(selection[0]);
  if (repeat === undefined) return;
  if (isFolded(repeat)) unfold(repeat);
  else fold(repeat);
}

export function selectWires(wires: ReadonlyMap<string, Place>): void {
  viewStore.setState({ wires });
}

/** A layer that is selected by itself must be seen: the repeat that hides it opens. */
function reveal(): void {
  const { selection } = documentStore.getState();
  if (selection.length === 0) return;
  const chosen = new Set(selection);
  for (const repeat of foldsOf(present(), viewStore.getState()).folded) {
    const selected = repeat.members.filter((id) => chosen.has(id)).length;
    if (selected > 0 && selected < repeat.members.length) unfold(repeat);
  }
}

// The view keeps step with the document as long as the page lives.
documentStore.subscribe((state, before) => {
  const [spec, previous] = [specOf(state), specOf(before)];
  if (state.opening !== before.opening) viewStore.setState(AS_USUAL);
  else if (spec.network !== previous.network && viewStore.getState().wires.size > 0) {
    viewStore.setState({ wires: new Map() });
  }
  if (state.selection !== before.selection || spec.network !== previous.network) reveal();
});
