/** The document in the address bar: read once at the start, kept up to date after each edit. */
import type { RunSpec } from "@/contracts";
import {
  closeDescents,
  decodeDescents,
  descentStore,
  encodeDescents,
  openDescentsContent,
} from "@/state/descents";
import { arenaStore, closeArena, decodeArena, encodeArena, openContent } from "@/state/arena";
import {
  BrokenLink,
  catalogStore,
  decodeSpec,
  documentStore,
  encodeSpec,
  open,
  readHash,
  specOf,
  writeHash,
} from "@/state/document";
import { runController, runStore } from "@/state/telemetry/runStore";
import { tell } from "@/state/announcements";

const WRITE_DELAY_MS = 250;

/** The document in the address; null where there is none, or none that can be read. */
async function specInAddress(): Promise<RunSpec | null> {
  const { spec } = readHash(location.hash);
  if (spec === null) return null;
  try {
    return await decodeSpec(spec);
  } catch (failure) {
    if (!(failure instanceof BrokenLink)) throw failure;
    tell({
      message: failure.message,
      hint: { key: "app:status.brokenLinkHint" },
    });
    return null;
  }
}

/** Opens what the address says, else `usual`, and takes up the run that it names. */
export async function openAddress(usual: RunSpec): Promise<void> {
  const { run, arena, descents } = readHash(location.hash);
  const spec = await specInAddress();
  open(spec ?? usual);
  if (run !== null && spec !== null) await runController.attach(run);
  if (arena !== null) await openArenaIn(arena);
  else if (descents !== null) await openDescentsIn(descents);
}

/** Opens the arena that a link holds, with its variants at step 0. */
async function openArenaIn(text: string): Promise<void> {
  const { catalog } = catalogStore.getState();
  if (catalog === null) return;
  try {
    openContent(await decodeArena(text, catalog));
  } catch (failure) {
    if (!(failure instanceof BrokenLink)) throw failure;
    tell({ message: { key: "arena:brokenLink" }, hint: { key: "arena:brokenLinkHint" } });
  }
}

/** Opens the surface that a link holds, with its optimizers. */
async function openDescentsIn(text: string): Promise<void> {
  const { catalog } = catalogStore.getState();
  if (catalog === null) return;
  try {
    openDescentsContent(await decodeDescents(text, catalog));
  } catch (failure) {
    if (!(failure instanceof BrokenLink)) throw failure;
    tell({ message: { key: "descents:brokenLink" }, hint: { key: "descents:brokenLinkHint" } });
  }
}

/** Keeps the address up to date, and follows it when a person changes it. Returns the end of it. */
export function followAddress(usual: RunSpec): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = location.hash;

  async function write(): Promise<void> {
    const spec = await encodeSpec(specOf(documentStore.getState()));
    const arena = arenaStore.getState().isOpen ? await encodeArena(arenaStore.getState()) : null;
    const surface = descentStore.getState();
    const descents = surface.isOpen ? await encodeDescents(surface) : null;
    written = writeHash({ spec, run: runStore.getState().run?.id ?? null, arena, descents });
    // Replacing keeps Back for the page before this one, not for every figure that was typed.
    if (written !== location.hash) history.replaceState(null, "", written);
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void write(), WRITE_DELAY_MS);
  }

  function changed(): void {
    if (location.hash === written) return;
    written = location.hash;
    closeArena();
    closeDescents();
    void runController.discard().then(() => openAddress(usual));
  }

  const ends = [
    documentStore.subscribe((state, previous) => {
      if (specOf(state) !== specOf(previous)) later();
    }),
    runStore.subscribe((state, previous) => {
      // At once: a reload must not ask for a run that was let go.
      if (state.run?.id !== previous.run?.id) void write();
    }),
    arenaStore.subscribe((state, previous) => {
      if (state.isOpen !== previous.isOpen || state.variants !== previous.variants) later();
    }),
    descentStore.subscribe((state, previous) => {
      // Not for every step that is played: the picture's place is nobody else's.
      if (
        state.isOpen !== previous.isOpen ||
        state.start !== previous.start ||
        state.steps !== previous.steps ||
        state.entrants !== previous.entrants
      ) {
        later();
      }
    }),
  ];
  window.addEventListener("hashchange", changed);
  // A dozen runs should not wait for the server to notice that nobody looks any more.
  window.addEventListener("pagehide", closeArena);
  later();
  return () => {
    clearTimeout(timer);
    window.removeEventListener("hashchange", changed);
    window.removeEventListener("pagehide", closeArena);
    for (const end of ends) end();
  };
}
