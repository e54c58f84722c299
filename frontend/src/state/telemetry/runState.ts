/** The run being watched: its state, the latest scalars (a few times a second) and what it reported. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Run } from "@/contracts";
import type { Notice } from "@/transport/messages";
import { series } from "./measurements";

export type Connection = "idle" | "connecting" | "live" | "reconnecting" | "lost";

/** The newest value of each scalar; null where none was measured. */
export interface Latest {
  step: number | null;
  epoch: number | null;
  trainLoss: number | null;
  trainAccuracy: number | null;
  validationLoss: number | null;
  validationAccuracy: number | null;
  learningRate: number | null;
  stepsPerSecond: number | null;
  samplesPerSecond: number | null;
  telemetryShare: number | null;
  gradientNorm: number | null;
}

export interface RunStoreState {
  run: Run | null;
  connection: Connection;
  /** Goes up with each reset: everything measured before it was let go. */
  generation: number;
  latest: Latest;
  notices: readonly Notice[];
  /** What a person should know: a refusal, a failure, a lost server. Null when all is well. */
  message: string | null;
}

const nothing: Latest = {
  step: null,
  epoch: null,
  trainLoss: null,
  trainAccuracy: null,
  validationLoss: null,
  validationAccuracy: null,
  learningRate: null,
  stepsPerSecond: null,
  samplesPerSecond: null,
  telemetryShare: null,
  gradientNorm: null,
};

const empty: RunStoreState = {
  run: null,
  connection: "idle",
  generation: 0,
  latest: nothing,
  notices: [],
  message: null,
};

export const runStore = createStore<RunStoreState>()(() => empty);

export function useRun<Chosen>(selector: (state: RunStoreState) => Chosen): Chosen {
  return useStore(runStore, selector);
}

/** Back to "no run". */
export function forgetRun(): void {
  runStore.setState(empty, true);
}

/** Figures that people read change at most this often; the curves hold every value. */
const publishEvery = 125;
let publishing: ReturnType<typeof setTimeout> | null = null;

function publish(): void {
  publishing = null;
  const { run } = runStore.getState();
  if (run === null) return;
  const step = Math.max(run.step, series.get("train_loss")?.lastStep ?? 0);
  const newest = (name: Parameters<typeof series.get>[0]): number | null =>
    series.get(name)?.lastValue ?? null;
  runStore.setState({
    latest: {
      step,
      epoch: run.steps_per_epoch ? step / run.steps_per_epoch : null,
      trainLoss: newest("train_loss"),
      trainAccuracy: newest("train_accuracy"),
      validationLoss: newest("validation_loss"),
      validationAccuracy: newest("validation_accuracy"),
      learningRate: newest("learning_rate"),
      stepsPerSecond: newest("steps_per_second"),
      samplesPerSecond: newest("samples_per_second"),
      telemetryShare: newest("telemetry_share"),
      gradientNorm: newest("gradient_norm"),
    },
  });
}

/** Ask for the latest figures to be brought up to date soon. */
export function schedulePublish(): void {
  publishing ??= setTimeout(publish, publishEvery);
}

/** Bring the latest figures up to date now: a reset must not show old ones for a moment. */
export function publishNow(): void {
  if (publishing !== null) clearTimeout(publishing);
  publish();
}
