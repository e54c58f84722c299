/** The keys of the page. */
import { insertHere } from "@/features/builder";
import { chooseFile, saveToFile } from "@/features/transport-bar";
import { tell } from "@/state/announcements";
import { arenaStore, closeArena, openArena, resetAll, stepAll, toggleAll } from "@/state/arena";
import { closeDescents, descentStore, openDescents, togglePlaying } from "@/state/descents";
import {
  copySelection,
  cutSelection,
  documentStore,
  duplicateNodes,
  moveLayers,
  pasteSelection,
  preferencesStore,
  redoEdit,
  select,
  selectAll,
  selectedLayers,
  toggleFolding,
  toggleFoldOfSelection,
  toggleMaximised,
  togglePanel,
  undoEdit,
} from "@/state/document";
import { closeGlass, toggleGlass } from "./glass";
import { changeSpeed, reseed, reset, step, stepEpoch, stop, togglePlay } from "@/state/playback";

/** What the list of keys says of one of them. */
export interface KeyHelp {
  keys: readonly string[];
  /** What it does, in `app:`. */
  does: `keys.${"training" | "network" | "editing" | "glass" | "page"}.${string}`;
}

export const KEYS = {
  training: [
    { keys: ["Space"], does: "keys.training.toggle" },
    { keys: ["S"], does: "keys.training.step" },
    { keys: ["Shift", "S"], does: "keys.training.tenSteps" },
    { keys: ["P"], does: "keys.training.epoch" },
    { keys: ["R"], does: "keys.training.reset" },
    { keys: ["N"], does: "keys.training.reseed" },
    { keys: ["."], does: "keys.training.stop" },
    { keys: ["<"], does: "keys.training.slower" },
    { keys: [">"], does: "keys.training.faster" },
  ],
  network: [
    { keys: ["/"], does: "keys.network.search" },
    { keys: ["+"], does: "keys.network.insert" },
    { keys: ["Tab"], does: "keys.network.next" },
    { keys: ["←", "→"], does: "keys.network.walk" },
    { keys: ["Shift"], does: "keys.network.several" },
    { keys: ["Ctrl", "A"], does: "keys.network.all" },
    { keys: ["E"], does: "keys.network.fold" },
    { keys: ["Shift", "E"], does: "keys.network.foldAll" },
    { keys: ["G"], does: "keys.network.glass" },
    { keys: ["Esc"], does: "keys.network.back" },
  ],
  editing: [
    { keys: ["Delete"], does: "keys.editing.remove" },
    { keys: ["Alt", "←"], does: "keys.editing.earlier" },
    { keys: ["Alt", "→"], does: "keys.editing.later" },
    { keys: ["Ctrl", "C"], does: "keys.editing.copy" },
    { keys: ["Ctrl", "X"], does: "keys.editing.cut" },
    { keys: ["Ctrl", "V"], does: "keys.editing.paste" },
    { keys: ["Ctrl", "D"], does: "keys.editing.duplicate" },
    { keys: ["Ctrl", "Z"], does: "keys.editing.undo" },
    { keys: ["Ctrl", "Shift", "Z"], does: "keys.editing.redo" },
    { keys: ["Ctrl", "O"], does: "keys.editing.open" },
    { keys: ["Ctrl", "S"], does: "keys.editing.save" },
  ],
  glass: [
    { keys: ["←", "→"], does: "keys.glass.move" },
    { keys: ["Home", "End"], does: "keys.glass.ends" },
    { keys: ["Tab"], does: "keys.glass.next" },
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

/** Whether keys belong to what is there: text is typed, or a dialog is open. */
function isTyped(target: Element): boolean {
  if (target.closest("[role=dialog], [role=menu]") !== null) return true;
  return target.closest("input, textarea, select, [contenteditable=true]") !== null;
}

/** Whether the key belongs to what has the focus: text is typed, a button is pressed. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target === null) return false;
  if (isTyped(target)) {
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
  if (closeGlass()) return;
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

/** What Ctrl does with a key, Cmd on a Mac. */
const WITH_CTRL: Record<string, (event: KeyboardEvent) => void> = {
  z: (event) => {
    if (event.shiftKey) redoEdit();
    else undoEdit();
  },
  y: redoEdit,
  a: selectAll,
  d: () => {
    duplicateNodes(...selectedLayers());
  },
  s: saveToFile,
  o: chooseFile,
};

/** What Alt does with a key. */
const WITH_ALT: Record<string, () => void> = {
  ArrowLeft: () => {
    moveLayers(selectedLayers(), "earlier");
  },
  ArrowRight: () => {
    moveLayers(selectedLayers(), "later");
  },
};

const CLIPBOARD = ["copy", "cut", "paste"] as const;

/** Copy, cut and paste come as events of the clipboard, which a page may use without asking. */
function onClipboard(event: ClipboardEvent): void {
  const isText = event.target instanceof Element && isTyped(event.target);
  const isBehind = arenaStore.getState().isOpen || descentStore.getState().isOpen;
  const { clipboardData } = event;
  if (event.defaultPrevented || isText || isBehind || clipboardData === null) return;
  if (event.type === "paste") {
    event.preventDefault();
    if (pasteSelection(clipboardData.getData("text/plain"))) return;
    tell({
      message: { key: "document:clipboard.empty" },
      hint: { key: "document:clipboard.emptyHint" },
    });
    return;
  }
  // Text that is marked on the page is what a person means.
  if (getSelection()?.isCollapsed === false) return;
  const text = event.type === "cut" ? cutSelection() : copySelection();
  if (text === null) return;
  clipboardData.setData("text/plain", text);
  event.preventDefault();
}

/** Listens to the page's keys; `help` shows the list of them. Returns the end of it. */
export function listenToKeys(help: () => void): () => void {
  const plain: Record<string, (event: KeyboardEvent) => void> = {
    " ": () => void togglePlay(),
    s: () => void step(1),
    S: () => void step(10),
    r: () => void reset(),
    p: () => void stepEpoch(),
    n: () => {
      reseed();
    },
    ".": () => void stop(),
    "<": () => void changeSpeed(-1),
    ">": () => void changeSpeed(1),
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
    "+": () => {
      insertHere();
    },
    e: toggleFoldOfSelection,
    E: toggleFolding,
    g: toggleGlass,
    Escape: back,
  };
  /** So do the optimizers on a surface, which train nothing. */
  const onSurface: Record<string, () => void> = {
    " ": togglePlaying,
    o: closeDescents,
    "?": help,
    Escape: closeDescents,
  };
  /** The arena lies over the studio: the same keys act on all its runs. */
  const inArena: Record<string, () => void> = {
    " ": () => void toggleAll(),
    s: () => void stepAll(1),
    S: () => void stepAll(10),
    r: () => void resetAll(),
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
    const isBehind = isOpen || hasSurface;
    const ctrl = event.ctrlKey || event.metaKey;
    // AltGr is Ctrl and Alt together, and writes a letter.
    if ((ctrl && event.altKey) || (isBehind && (ctrl || event.altKey))) return;
    const act = ctrl
      ? WITH_CTRL[event.key.toLowerCase()]
      : event.altKey
        ? WITH_ALT[event.key]
        : (hasSurface ? onSurface : isOpen ? inArena : plain)[event.key];
    if (act === undefined || (event.repeat && event.key === " ")) return;
    event.preventDefault();
    act(event);
  }

  window.addEventListener("keydown", press);
  for (const type of CLIPBOARD) window.addEventListener(type, onClipboard);
  return () => {
    window.removeEventListener("keydown", press);
    for (const type of CLIPBOARD) window.removeEventListener(type, onClipboard);
  };
}
