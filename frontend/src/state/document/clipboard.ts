/**
 * Copied layers. They are text, so that they go through the system's clipboard into other tabs; they are
 * held here too, for the page's own buttons, which may not read that clipboard.
 */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { copyLayers, pasteLayers, removeNodes, selectedLayers } from "./networkActs";

export const clipboardStore = createStore<{ held: string | null }>()(() => ({ held: null }));

/** Whether layers were copied in this page. */
export function useHoldsCopy(): boolean {
  return useStore(clipboardStore, ({ held }) => held !== null);
}

/** Keeps the selected layers and returns them as text; null where none is selected. */
export function copySelection(): string | null {
  const held = copyLayers();
  if (held !== null) clipboardStore.setState({ held });
  return held;
}

/** As `copySelection`, and takes the layers out. */
export function cutSelection(): string | null {
  const text = copySelection();
  if (text !== null) removeNodes(...selectedLayers());
  return text;
}

/** Pastes the layers that `text` holds, or those copied last where it is empty. Returns whether there were any. */
export function pasteSelection(text = ""): boolean {
  const { held } = clipboardStore.getState();
  return pasteLayers(text === "" && held !== null ? held : text);
}

/** Gives text to the system's clipboard, where the page is allowed to. */
export function offerToSystem(text: string | null): void {
  if (text === null || !isSecureContext) return;
  // A refusal leaves the copy that is held here.
  navigator.clipboard.writeText(text).catch(() => {});
}
