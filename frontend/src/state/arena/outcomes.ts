/** How each variant has done so far: its newest and its best values, and how far it has come. */
import type { RunState } from "@/contracts";
import type { ScalarSeries } from "../telemetry/scalarSeries";
import type { ScalarName } from "../telemetry/seriesStore";
import type { VariantRun } from "./variantRun";

export interface Outcome {
  readonly state: RunState | null;
  readonly step: number;
  /** Steps a second, of a run that trains. */
  readonly speed: number | null;
  readonly trainLoss: Measured;
  readonly trainAccuracy: Measured;
  readonly validationLoss: Measured;
  readonly validationAccuracy: Measured;
}

export interface Measured {
  /** The newest value; null where none was measured. */
  readonly last: number | null;
  /** The lowest loss, the highest accuracy; values that are not finite do not count. */
  readonly best: number | null;
}

interface Extremes {
  seen: number;
  lowest: number;
  highest: number;
}

/** Extremes of each series as far as it was looked at; a series only grows, and a cleared one is another object. */
const looked = new WeakMap<ScalarSeries, Extremes>();

function extremes(series: ScalarSeries): Extremes {
  const known = looked.get(series) ?? { seen: 0, lowest: Infinity, highest: -Infinity };
  const { values } = series;
  for (; known.seen < values.length; known.seen += 1) {
    const value = values[known.seen] ?? NaN;
    if (!Number.isFinite(value)) continue;
    known.lowest = Math.min(known.lowest, value);
    known.highest = Math.max(known.highest, value);
  }
  looked.set(series, known);
  return known;
}

function measured(run: VariantRun, name: ScalarName, best: "lowest" | "highest"): Measured {
  const series = run.telemetry.series.get(name);
  if (series === null) return { last: null, best: null };
  const extreme = extremes(series)[best];
  return { last: series.lastValue, best: Number.isFinite(extreme) ? extreme : null };
}

export function outcomeOf(run: VariantRun): Outcome {
  const { run: known, latest } = run.telemetry.store.getState();
  return {
    state: known?.state ?? null,
    step: run.step,
    speed: known?.state === "running" ? latest.stepsPerSecond : null,
    trainLoss: measured(run, "train_loss", "lowest"),
    trainAccuracy: measured(run, "train_accuracy", "highest"),
    validationLoss: measured(run, "validation_loss", "lowest"),
    validationAccuracy: measured(run, "validation_accuracy", "highest"),
  };
}
