/** What is known of a run, as the page shows it: its state, the latest scalars and what it reported. */
import type { Run, RunFinding } from "@/contracts";
import type { Notice } from "@/transport/messages";
import type { Trouble } from "@/words";
import type { ScalarName, SeriesStore } from "./seriesStore";

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
  /** The latest figures when the views were frozen; null while they follow the run. */
  frozen: Latest | null;
  notices: readonly Notice[];
  /** What was found wrong with it and holds now. */
  findings: readonly RunFinding[];
  /** What a person should know: a refusal, a failure, a lost server. Null when all is well. */
  message: Trouble | null;
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

export const noRun: RunStoreState = {
  run: null,
  connection: "idle",
  generation: 0,
  latest: nothing,
  frozen: null,
  notices: [],
  findings: [],
  message: null,
};

/** The latest figures of a run, from its state and its scalars. */
export function latestOf(run: Run, series: SeriesStore): Latest {
  const newest = (name: ScalarName): number | null => series.live(name)?.lastValue ?? null;
  const step = Math.max(run.step, series.live("train_loss")?.lastStep ?? 0);
  return {
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
  };
}
