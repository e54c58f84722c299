/** What jsdom lacks and the controls ask for, and words to say. Loaded before every unit test. */
import { startWords } from "@/words";

function matchMedia(query: string): MediaQueryList {
  const nothing = (): void => {};
  return Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: nothing,
    removeListener: nothing,
  });
}

class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

if (typeof window !== "undefined") {
  const known: Partial<Window & typeof globalThis> = window;
  if (known.matchMedia === undefined) Object.assign(window, { matchMedia });
  if (known.ResizeObserver === undefined)
    Object.assign(window, { ResizeObserver: NoResizeObserver });
}

// Components say what they say in English, as on a first visit.
if (typeof window !== "undefined") await startWords();
