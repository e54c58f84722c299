/** The way into the glass box, small enough for the first load: which layer was asked for, and when anew. */
import { createStore } from "zustand/vanilla";

export interface GlassDoor {
  /** The layer to look into; null to go on where one was. */
  readonly node: string | null;
  /** Goes up with each request, so that the same layer can be asked for again. */
  readonly requests: number;
}

export const glassDoor = createStore<GlassDoor>()(() => ({ node: null, requests: 0 }));

/** Asks the glass box for a layer; it goes there as soon as it is open. */
export function lookInto(node: string | null): void {
  glassDoor.setState(({ requests }) => ({ node, requests: requests + 1 }));
}
