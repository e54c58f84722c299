/**
 * The runs of all variants, and the acts on all of them together.
 *
 * They are built a few at a time, so that the first pictures come early and no worker waits longer for
 * the processor than the server is patient; training begins once all stand at step 0, so that nobody
 * has a head start. Those in the server's queue are not waited for: it may be the others that keep them there.
 */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { arenaStore } from "./arenaStore";
import type { Standing, VariantRun } from "./variantRun";

const builtAtOnce = 4;
/** Milliseconds: the summary is read by people. */
const summaryEvery = 150;

export interface RaceState {
  /** What a person last asked for. */
  readonly intent: "train" | "rest";
  /** How many variants stand so. */
  readonly standing: Readonly<Record<Standing, number>>;
  /** The step of the furthest variant. */
  readonly furthest: number;
  /** Whether all that can go on stand at that step. */
  readonly isLevel: boolean;
}

const nobody: RaceState = {
  intent: "rest",
  standing: { absent: 0, refused: 0, queued: 0, waiting: 0, paused: 0, training: 0, ended: 0 },
  furthest: 0,
  isLevel: true,
};

export const raceStore = createStore<RaceState>()(() => nobody);

export function useRace<Chosen>(selector: (state: RaceState) => Chosen): Chosen {
  return useStore(raceStore, selector);
}

/** The runs that are awake, each with the end of the summary's interest in it. */
const awake = new Map<VariantRun, () => void>();
let building: Promise<unknown> = Promise.resolve();
let summarising: ReturnType<typeof setTimeout> | null = null;

function going(): VariantRun[] {
  return [...awake.keys()].filter(({ standing }) => standing !== "ended");
}

function summarise(): void {
  summarising = null;
  const standing = { ...nobody.standing };
  for (const run of awake.keys()) standing[run.standing] += 1;
  const furthest = Math.max(0, ...[...awake.keys()].map(({ step }) => step));
  const isLevel = going().every(({ step }) => step === furthest);
  raceStore.setState({ standing, furthest, isLevel });
}

function summariseSoon(): void {
  summarising ??= setTimeout(summarise, summaryEvery);
}

/** Builds what is not built, a few at a time. */
async function build(): Promise<void> {
  const unbuilt = [...awake.keys()].filter(({ standing }) => standing === "absent");
  const next = async (): Promise<void> => {
    for (let run = unbuilt.shift(); run !== undefined; run = unbuilt.shift()) {
      // It may have been taken out of the arena while it waited.
      if (!awake.has(run)) continue;
      await run.controller.prepare(run.spec);
      await run.settled();
    }
  };
  await Promise.all(Array.from({ length: builtAtOnce }, next));
}

/** Gives every variant in the open arena a run that stands at step 0, and lets go of every other. */
export function matchRuns(): void {
  const { variants, isOpen } = arenaStore.getState();
  const wanted = new Set(isOpen ? variants.map(({ run }) => run) : []);
  for (const run of [...awake.keys()]) {
    if (!wanted.has(run)) void putToSleep(run).discard();
  }
  for (const run of wanted) {
    if (!awake.has(run)) awake.set(run, run.telemetry.store.subscribe(summariseSoon));
  }
  if (wanted.size === 0) raceStore.setState({ intent: "rest" });
  else building = building.then(build);
  summariseSoon();
}

/** Takes a run out of the race and leaves it as it is; returns its id, null where there is none. */
export function handOver(run: VariantRun): string | null {
  return putToSleep(run).release();
}

function putToSleep(run: VariantRun) {
  awake.get(run)?.();
  awake.delete(run);
  return run.controller;
}

/** Resolves once every run is built, those too that are added meanwhile. */
async function allBuilt(): Promise<void> {
  let awaited: Promise<unknown>;
  do {
    awaited = building;
    await awaited;
  } while (awaited !== building);
}

/** Asks once more for runs that the server refused. */
export async function prepareAll(): Promise<void> {
  await allBuilt();
  const refused = [...awake.keys()].filter(({ standing }) => standing === "refused");
  await Promise.all(refused.map((run) => run.controller.prepare(run.spec)));
}

/** Trains all that can go on; where none can, all of them once more from step 0. */
export async function playAll(): Promise<void> {
  raceStore.setState({ intent: "train" });
  await allBuilt();
  if (raceStore.getState().intent !== "train") return;
  const left = going();
  const chosen = left.length > 0 ? left : [...awake.keys()];
  await Promise.all(chosen.map((run) => run.controller.play(run.spec)));
}

export async function pauseAll(): Promise<void> {
  raceStore.setState({ intent: "rest" });
  await Promise.all([...awake.keys()].map(({ controller }) => controller.pause()));
}

/** Whether variants train, or will as soon as they can. */
function isUnderWay({ intent, standing }: RaceState): boolean {
  const toCome = standing.queued + standing.waiting + standing.paused;
  return standing.training > 0 || (intent === "train" && toCome > 0);
}

export function useIsRacing(): boolean {
  return useRace(isUnderWay);
}

export function toggleAll(): Promise<void> {
  return isUnderWay(raceStore.getState()) ? pauseAll() : playAll();
}

/** Every variant that can go on makes its steps and rests again. */
async function stepEach(steps: (run: VariantRun) => number): Promise<void> {
  raceStore.setState({ intent: "rest" });
  await allBuilt();
  const due = going().filter((run) => steps(run) > 0);
  await Promise.all(due.map((run) => run.controller.step(run.spec, steps(run))));
}

export function stepAll(count: number): Promise<void> {
  return stepEach(() => count);
}

/** One pass over the data each; with another batch size that is another number of steps. */
export function stepEpoch(): Promise<void> {
  return stepEach((run) => run.telemetry.store.getState().run?.steps_per_epoch ?? 1);
}

/** Those behind go on to the step of the furthest, so that all are seen at one step. */
export function catchUp(): Promise<void> {
  const { furthest } = raceStore.getState();
  return stepEach((run) => furthest - run.step);
}

/** All back to step 0 and their initial weights. */
export async function resetAll(): Promise<void> {
  raceStore.setState({ intent: "rest" });
  await allBuilt();
  await Promise.all([...awake.keys()].map(({ controller }) => controller.reset()));
}
