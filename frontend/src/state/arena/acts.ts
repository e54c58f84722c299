/** What a person does in the arena besides training: open it, put variants in, take one out, leave. */
import type { RunSpec } from "@/contracts";
import { catalogStore } from "../document/catalogStore";
import { documentStore, loadPreset, specOf } from "../document/documentStore";
import { isTraining, pause, playbackStore } from "../playback/playback";
import { runController } from "../telemetry/runStore";
import { isSameSpec } from "../telemetry/specFit";
import { arenaStore, makeVariant, type Variant } from "./arenaStore";
import { applyChanges, type Change } from "./changes";
import type { ArenaContent } from "./link";
import { handOver, matchRuns, playAll } from "./race";
import { MOST_BY_HAND, type VariantSet } from "./sets";

function present(): RunSpec {
  return specOf(documentStore.getState());
}

/** Opens the arena with these variants in it. The studio's run would take the processor from the race, so it rests. */
export function openContent(content: ArenaContent): void {
  if (isTraining()) void pause();
  arenaStore.setState({ ...content, isOpen: true, document: present(), moment: "start" });
  matchRuns();
}

/** Opens the arena on the network on screen; as long as that is the same, with the variants of last time. */
export function openArena(): void {
  const { document, base, variants, perGroup, isOpen } = arenaStore.getState();
  if (isOpen || !documentStore.getState().loaded) return;
  const spec = present();
  const isKnown = document !== null && isSameSpec(document, spec) && variants.length > 0;
  openContent(isKnown ? { base, variants, perGroup } : onlyOriginal(spec));
}

function onlyOriginal(spec: RunSpec): ArenaContent {
  return { base: spec, variants: [makeVariant(spec, [])], perGroup: MOST_BY_HAND };
}

/** Opens the arena with a network and others beside it, each under its title, and trains them. */
export function openBeside(
  original: RunSpec,
  variants: readonly { title: string; spec: RunSpec }[],
): void {
  openContent({
    base: original,
    variants: [
      makeVariant(original, []),
      ...variants.map(({ title, spec }) => makeVariant(spec, [], title)),
    ],
    perGroup: MOST_BY_HAND,
  });
  void playAll();
}

/** Exchanges what is in the arena for a set of variants. */
export function openSet({ base, variants, perGroup }: VariantSet): void {
  const { catalog } = catalogStore.getState();
  if (catalog === null) return;
  openContent({
    base,
    variants: variants.map((changes) => makeVariant(applyChanges(base, changes, catalog), changes)),
    perGroup,
  });
}

/** Exchanges what is in the arena for the network on screen alone. */
export function openOriginal(): void {
  openContent(onlyOriginal(present()));
}

/** Puts a variant in: `origin` with one more change. Does nothing where the arena is full. */
export function addVariant(origin: Variant, change: Change): void {
  const { catalog } = catalogStore.getState();
  const { variants } = arenaStore.getState();
  if (catalog === null || variants.length >= MOST_BY_HAND) return;
  const spec = applyChanges(origin.spec, [change], catalog);
  const added =
    origin.title === null
      ? makeVariant(spec, [...origin.changes, change])
      : makeVariant(spec, [change], origin.title);
  arenaStore.setState({ variants: [...variants, added], perGroup: MOST_BY_HAND });
  matchRuns();
}

export function removeVariant(id: string): void {
  const { variants } = arenaStore.getState();
  arenaStore.setState({ variants: variants.filter((variant) => variant.id !== id) });
  matchRuns();
}

export function showMoment(moment: "start" | "now"): void {
  arenaStore.setState({ moment });
}

/** Back to the studio; the runs are given back, the variants stay for the next time. */
export function closeArena(): void {
  arenaStore.setState({ isOpen: false });
  matchRuns();
}

/** Opens a variant in the studio, with its run as it stands. */
export async function takeVariant(variant: Variant, name: string): Promise<void> {
  const run = handOver(variant.run);
  closeArena();
  await runController.discard();
  loadPreset({ ...variant.spec, name });
  playbackStore.setState({ wanted: false, intent: "rest", changed: null });
  if (run !== null) await runController.attach(run);
}
