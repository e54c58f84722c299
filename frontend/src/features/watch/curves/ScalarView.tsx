import type { ReactNode } from "react";
import { decimal, share } from "@/draw/format";
import { type Latest, useRun } from "@/state/telemetry/runStore";
import controls from "../controls.module.css";
import { useWatchPreferences } from "../preferences";
import { View } from "../View";
import type { Curve } from "./curveData";
import { CurvePlot } from "./CurvePlot";

const lossCurves: readonly Curve[] = [
  { scalar: "train_loss", role: "raw", label: "training" },
  { scalar: "train_loss", role: "smoothed", label: "smoothed" },
  { scalar: "validation_loss", role: "validation", label: "validation" },
];

const accuracyCurves: readonly Curve[] = [
  { scalar: "train_accuracy", role: "raw", label: "training" },
  { scalar: "train_accuracy", role: "smoothed", label: "smoothed" },
  { scalar: "validation_accuracy", role: "validation", label: "validation" },
];

const shares = [0, 1] as const;

interface Subject {
  title: string;
  curves: readonly Curve[];
  bounds: readonly [number, number] | null;
  training: (latest: Latest) => number | null;
  validation: (latest: Latest) => number | null;
  write: (value: number) => string;
  empty: string;
  testId: string;
}

const subjects: Record<"loss" | "accuracy", Subject> = {
  loss: {
    title: "Loss",
    curves: lossCurves,
    bounds: null,
    training: ({ trainLoss }) => trainLoss,
    validation: ({ validationLoss }) => validationLoss,
    write: decimal,
    empty:
      "The loss of every training step, and of the validation data after each epoch, appears here. Press play.",
    testId: "curve-loss",
  },
  accuracy: {
    title: "Accuracy",
    curves: accuracyCurves,
    bounds: shares,
    training: ({ trainAccuracy }) => trainAccuracy,
    validation: ({ validationAccuracy }) => validationAccuracy,
    write: share,
    empty: "The share of right answers appears here, where the task has classes. Press play.",
    testId: "curve-accuracy",
  },
};

/** Loss or accuracy over steps. */
export function ScalarView({
  subject,
  isLogarithmic = false,
  tools,
}: {
  subject: "loss" | "accuracy";
  isLogarithmic?: boolean;
  tools?: ReactNode;
}) {
  const { title, curves, bounds, training, validation, write, empty, testId } = subjects[subject];
  const { smoothing } = useWatchPreferences();
  const latest = useRun((state) => state.latest);
  const trainingNow = training(latest);
  const validationNow = validation(latest);
  const words = (value: number | null): string => (value === null ? "not measured" : write(value));
  return (
    <View
      title={title}
      subtitle="by step"
      tools={tools}
      aside={
        <span className={controls.legend}>
          <Key name="training" colour="var(--accent)" value={words(trainingNow)} />
          {validationNow !== null && (
            <Key name="validation" colour="var(--neg)" isDashed value={words(validationNow)} />
          )}
        </span>
      }
      isMeasured={trainingNow !== null}
      empty={empty}
      summary={
        `${title} at step ${latest.step ?? 0}: training ${words(trainingNow)}, ` +
        `validation ${words(validationNow)}.`
      }
    >
      {trainingNow !== null && (
        <CurvePlot
          curves={curves}
          smoothing={smoothing}
          isLogarithmic={isLogarithmic}
          bounds={isLogarithmic ? null : bounds}
          isShare={bounds !== null}
          label={`${title} over training steps`}
          testId={testId}
        />
      )}
    </View>
  );
}

/** One curve's mark, its name where there is room, and its newest value. */
function Key(props: { name: string; colour: string; isDashed?: boolean; value: string }) {
  return (
    <span className={controls.key} title={props.name}>
      <i
        className={controls.stroke}
        data-dashed={props.isDashed ?? false}
        style={{ color: props.colour }}
      />
      <span className={controls.word}>{props.name}</span>
      <b>{props.value}</b>
    </span>
  );
}
