/** What the page itself has to say, until it is read: a broken link, for instance. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export interface Announcement {
  message: string;
  hint: string | null;
}

const store = createStore<{ current: Announcement | null }>()(() => ({ current: null }));

export function tell(current: Announcement): void {
  store.setState({ current });
}

export function dismiss(): void {
  store.setState({ current: null });
}

export function useAnnouncement(): Announcement | null {
  return useStore(store, (state) => state.current);
}
