/** What the page itself has to say, until it is read: a broken link, for instance. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Trouble } from "@/words";

const store = createStore<{ current: Trouble | null }>()(() => ({ current: null }));

export function tell(current: Trouble): void {
  store.setState({ current });
}

export function dismiss(): void {
  store.setState({ current: null });
}

export function useAnnouncement(): Trouble | null {
  return useStore(store, (state) => state.current);
}
