/** The keys of the page. */
import { arenaStore, closeArena, openArena, resetAll, stepAll, toggleAll } from "@/state/arena";
import { closeDescents, descentStore, openDescents, togglePlaying } from "@/state/descents";
import {
  redoEdit,
  select,
  documentStore,
  preferencesStore,
  toggleMaximised,
  togglePanel,
  undoEdit,
} from "@/state/document";
import { reset, step, stop, togglePlay } from "@/state/playback";

/** What the list of keys says of one of them. */
export interface KeyHelp {
  keys: readonly string[];
  /** What it does, in `app:`. */
  does: `keys.${"training" | "network" | "page"}.${string}`;
}

export const KEYS = {
  training: [
    { keys: ["Space"], does: "keys.training.toggle" },
    { keys: ["S"], does: "keys.training.step" },
    { keys: ["Shift", "S"], does: "keys.training.tenSteps" },
    { keys: ["R"], does: "keys.training.reset" },
    { keys: ["."], does: "keys.training.stop" },
  ],
  network: [
    { keys: ["/"], does: "keys.network.search" },
    { keys: ["Delete"], does: "keys.network.remove" },
    { keys: ["Ctrl", "Z"], does: "keys.network.undo" },
    { keys: ["Ctrl", "Shift", "Z"], does: "keys.network.redo" },
    { keys: ["Tab"], does: "keys.network.next" },
    { keys: ["Esc"], does: "keys.network.back" },
  ],
  page: [
    { keys: ["A"], does: "keys.page.arena" },
    { keys: ["O"], does: "keys.page.descents" },
    { keys: ["1"], does: "keys.page.palette" },
    { keys: ["2"], does: "keys.page.dock" },
    { keys: ["3"], does: "keys.page.inspector" },
    { keys: ["F"], does: "keys.page.maximise" },
    { keys: ["↑", "↓"], does: "keys.page.value" },
    { keys: ["?"], does: "keys.page.help" },
  ],
} as const satisfies Record<string, readonly KeyHelp[]>;

/** Whether the key belongs to what has the focus: text is typed, a button is pressed. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target === null) return false;
  if (target.closest("[role=dialog], [role=menu]") !== null) return true;
  if (target.closest("input, textarea, select, [contenteditable=true]") !== null) {
    return !(target instanceof HTMLInputElement && target.type === "checkbox" && event.key !== " ");
  }
  const pressed = event.key === " " || event.key === "Enter";
  return (
    pressed &&
    target.closest(
      "button:not([data-testid$=play], [data-testid$=pause]), a, [role=tab], [role=button]:not(.react-flow__node)",
    ) !== null
  );
}

/** Leaves the field that has the focus, so that keys act on the page again; returns whether there was one. */
function leaveField(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.matches("input, textarea, select")) return false;
  if (target.closest("[role=dialog]") !== null) return false;
  target.blur();
  return true;
}

function back(): void {
  const { maximised } = preferencesStore.getState();
  if (maximised !== null) toggleMaximised(maximised);
  else if (documentStore.getState().selection.length > 0) select();
}

function search(): void {
  const focus = () => document.getElementById("layer-search")?.focus();
  if (preferencesStore.getState().hidden.palette) {
    togglePanel("palette");
    requestAnimationFrame(focus);
  } else {
    // At once: what is typed next belongs to the search.
    focus();
  }
}

/** Listens to the page's keys; `help` shows the list of them. Returns the end of it. */
export function listenToKeys(help: () => void): () => void {
  const plain: Record<string, () => unknown> = {
    " ": togglePlay,
    s: () => step(1),
    S: () => step(10),
    r: reset,
    ".": stop,
    "/": search,
    "?": help,
    "1": () => {
      togglePanel("palette");
    },
    "2": () => {
      togglePanel("dock");
    },
    "3": () => {
      togglePanel("inspector");
    },
    f: () => {
      toggleMaximised("dock");
    },
    a: openArena,
    o: () => {
      openDescents();
    },
    Escape: back,
  };
  /** So do the optimizers on a surface, which train nothing. */
  const onSurface: Record<string, () => unknown> = {
    " ": togglePlaying,
    o: closeDescents,
    "?": help,
    Escape: closeDescents,
  };
  /** The arena lies over the studio: the same keys act on all its runs. */
  const inArena: Record<string, () => unknown> = {
    " ": toggleAll,
    s: () => stepAll(1),
    S: () => stepAll(10),
    r: resetAll,
    a: closeArena,
    "?": help,
    Escape: closeArena,
  };

  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Escape" && leaveField(event)) return;
    if (isTaken(event)) return;
    const { isOpen } = arenaStore.getState();
    const { isOpen: hasSurface } = descentStore.getState();
    if (event.ctrlKey || event.metaKey) {
      if (isOpen || hasSurface) return;
      if (event.altKey || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      if (event.shiftKey) redoEdit();
      else undoEdit();
      return;
    }
    const act = event.altKey
      ? undefined
      : (hasSurface ? onSurface : isOpen ? inArena : plain)[event.key];
    if (act === undefined || (event.repeat && event.key === " ")) return;
    event.preventDefault();
    void act();
  }

  window.addEventListener("keydown", press);
  return () => {
    window.removeEventListener("keydown", press);
  };
}
