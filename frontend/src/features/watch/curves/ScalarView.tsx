import type { ReactNode } from "react";
import { decimal, share } from "@/draw/format";
import type { Theme } from "@/draw/theme";
import { series } from "@/state/telemetry/measurements";
import { type Latest, useRun } from "@/state/telemetry/runStore";
import type { ScalarName } from "@/state/telemetry/seriesStore";
import type { Curve, Stroke } from "@/ui/plot/curveData";
import { CurvePlot } from "@/ui/plot/CurvePlot";
import controls from "../controls.module.css";
import { useWatchPreferences } from "../preferences";
import { View } from "../View";

/** Raw: as measured; smoothed: its moving average; validation: a value an epoch. */
function raw({ accent }: Theme): Stroke {
  return { colour: `${accent}59`, width: 1 };
}

function smoothed({ accent }: Theme): Stroke {
  return { colour: accent, width: 2 };
}

function validating({ negative }: Theme): Stroke {
  return { colour: negative, width: 1.75, dash: [5, 4], hasPoints: true };
}

function curvesOf(training: ScalarName, validation: ScalarName): readonly Curve[] {
  const read = (name: ScalarName) => () => series.get(name);
  return [
    { label: "training", isSmoothed: false, stroke: raw, read: read(training) },
    { label: "smoothed", isSmoothed: true, stroke: smoothed, read: read(training) },
    { label: "validation", isSmoothed: false, stroke: validating, read: read(validation) },
  ];
}

const sources = [series];
const lossCurves = curvesOf("train_loss", "validation_loss");
const accuracyCurves = curvesOf("train_accuracy", "validation_accuracy");

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
          sources={sources}
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
