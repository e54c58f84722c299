/**
 * Between the document and the run: what play, step and reset mean for what is on screen, and what
 * becomes of a run when the document changes under it.
 *
 * A change of the learning rate goes to the running network. Any other change of substance stops the
 * run; one that was training starts again from step 0 as soon as the network is found in order.
 */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { RunSpec, RunState } from "@/contracts";
import type { Phrase } from "@/words";
import {
  checkStore,
  documentStore,
  isPlayable,
  setComponent,
  setRunSettings,
  specOf,
} from "../document";
import { runController, runStore } from "../telemetry/runStore";
import { learningRateOf, needsNewRun } from "./training";

/** A person who types "128" is not done after "1": wait this long before training it. */
export const RESTART_DELAY_MS = 600;

export interface PlaybackState {
  /** Training shall go on as soon as the document allows it. */
  wanted: boolean;
  /** What the person last asked for; a run that is still starting has no other sign of it. */
  intent: "train" | "rest";
  /** What the last change of the document did to the run; null once a person acts again. */
  changed: Phrase | null;
}

export const playbackStore = createStore<PlaybackState>()(() => ({
  wanted: false,
  intent: "rest",
  changed: null,
}));

export function usePlayback<Chosen>(selector: (state: PlaybackState) => Chosen): Chosen {
  return useStore(playbackStore, selector);
}

const RESTART: Phrase = { key: "run:restarts" };
const LET_GO: Phrase = { key: "run:letGo" };

function present(): RunSpec {
  return specOf(documentStore.getState());
}

function settle(intent: PlaybackState["intent"], wanted = false): void {
  playbackStore.setState({ intent, wanted, changed: null });
}

export async function play(): Promise<void> {
  const playable = isPlayable(checkStore.getState());
  settle("train", !playable);
  if (playable) await runController.play(present());
}

/** Builds the run and measures its step 0, and holds there. */
export async function prepare(): Promise<void> {
  settle("rest");
  if (isPlayable(checkStore.getState())) await runController.prepare(present());
}

export async function pause(): Promise<void> {
  settle("rest");
  await runController.pause();
}

/** Whether the run trains now, or will as soon as it can. */
export function isTraining(): boolean {
  return trains(playbackStore.getState(), runStore.getState().run?.state ?? null);
}

export function useTraining(): boolean {
  const state = useStore(runStore, ({ run }) => run?.state ?? null);
  return usePlayback((playback) => trains(playback, state));
}

function trains({ wanted, intent }: PlaybackState, state: RunState | null): boolean {
  const starting = state === "queued" || state === "starting";
  return wanted || state === "running" || (starting && intent === "train");
}

export function togglePlay(): Promise<void> {
  return isTraining() ? pause() : play();
}

export async function step(count: number): Promise<void> {
  settle("rest");
  if (isPlayable(checkStore.getState())) await runController.step(present(), count);
}

/** One pass over the training data, from where the run stands. */
export async function stepEpoch(): Promise<void> {
  settle("rest");
  if (isPlayable(checkStore.getState())) await runController.stepEpoch(present());
}

export async function stop(): Promise<void> {
  settle("rest");
  await runController.stop();
}

/** Back to step 0 with the same initial weights. */
export async function reset(): Promise<void> {
  settle("rest");
  await runController.reset();
}

/** Other weights, another order of the batches: a new run. */
export function reseed(seed: number = Math.floor(Math.random() * 10_000)): void {
  setRunSettings({ seed });
}

export function setLearningRate(rate: number): void {
  setComponent("optimizer", { ...present().optimizer, learning_rate: rate });
}

function follow(before: RunSpec, after: RunSpec): void {
  // What was said about the document before is not about this one.
  runStore.setState({ message: null });
  const { run } = runStore.getState();
  if (needsNewRun(before, after)) {
    const goesOn = isTraining();
    if (run !== null) {
      void runController.discard();
      playbackStore.setState({ changed: goesOn ? RESTART : LET_GO });
    }
    playbackStore.setState({ wanted: goesOn });
  } else {
    const rate = learningRateOf(after);
    if (rate !== null && rate !== learningRateOf(before)) void runController.setLearningRate(rate);
  }
}

/** Keeps the run in step with the document from now on. Returns the end of it. */
export function startFollowing(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function playWhenReady(): void {
    clearTimeout(timer);
    if (!playbackStore.getState().wanted) return;
    timer = setTimeout(() => {
      if (!playbackStore.getState().wanted || !isPlayable(checkStore.getState())) return;
      playbackStore.setState({ wanted: false, intent: "train" });
      void runController.play(present());
    }, RESTART_DELAY_MS);
  }

  const ends = [
    documentStore.subscribe((state, previous) => {
      const [before, after] = [specOf(previous), specOf(state)];
      if (before === after || !previous.loaded) return;
      follow(before, after);
      playWhenReady();
    }),
    checkStore.subscribe(playWhenReady),
    playbackStore.subscribe((state, previous) => {
      if (state.wanted && !previous.wanted) playWhenReady();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}
