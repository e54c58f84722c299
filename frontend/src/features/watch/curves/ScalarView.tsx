import { type ReactNode, useMemo } from "react";
import { count, decimal, share } from "@/draw/format";
import type { Theme } from "@/draw/theme";
import { series } from "@/state/telemetry/measurements";
import { type Latest, useRun } from "@/state/telemetry/runStore";
import type { ScalarName } from "@/state/telemetry/seriesStore";
import type { Curve, Stroke } from "@/ui/plot/curveData";
import { CurvePlot } from "@/ui/plot/CurvePlot";
import { type Say, useWords } from "@/words";
import controls from "../controls.module.css";
import { useWatchPreferences } from "../preferences";
import { curveTable } from "../saving/tables";
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

function curvesOf(
  [training, validation]: readonly [ScalarName, ScalarName],
  say: Say<"watch">,
): readonly Curve[] {
  const read = (name: ScalarName) => () => series.get(name);
  return [
    { label: say("curves.names.training"), isSmoothed: false, stroke: raw, read: read(training) },
    {
      label: say("curves.names.smoothed"),
      isSmoothed: true,
      stroke: smoothed,
      read: read(training),
    },
    {
      label: say("curves.names.validation"),
      isSmoothed: false,
      stroke: validating,
      read: read(validation),
    },
  ];
}

const sources = [series];

const shares = [0, 1] as const;

interface Subject {
  /** Of the training data, and of the validation data. */
  scalars: readonly [ScalarName, ScalarName];
  bounds: readonly [number, number] | null;
  training: (latest: Latest) => number | null;
  validation: (latest: Latest) => number | null;
  write: (value: number) => string;
  testId: string;
}

const subjects: Record<"loss" | "accuracy", Subject> = {
  loss: {
    scalars: ["train_loss", "validation_loss"],
    bounds: null,
    training: ({ trainLoss }) => trainLoss,
    validation: ({ validationLoss }) => validationLoss,
    write: decimal,
    testId: "curve-loss",
  },
  accuracy: {
    scalars: ["train_accuracy", "validation_accuracy"],
    bounds: shares,
    training: ({ trainAccuracy }) => trainAccuracy,
    validation: ({ validationAccuracy }) => validationAccuracy,
    write: share,
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
  const { scalars, bounds, training, validation, write, testId } = subjects[subject];
  const say = useWords("watch");
  const curves = useMemo(() => curvesOf(scalars, say), [scalars, say]);
  const { smoothing } = useWatchPreferences();
  const latest = useRun((state) => state.frozen ?? state.latest);
  const trainingNow = training(latest);
  const validationNow = validation(latest);
  const written = (value: number | null): string =>
    value === null ? say("curves.notMeasured") : write(value);
  return (
    <View
      title={say(`curves.${subject}.title`)}
      subtitle={say("curves.byStep")}
      tools={tools}
      aside={
        <span className={controls.legend}>
          <Key
            name={say("curves.names.training")}
            colour="var(--accent)"
            value={written(trainingNow)}
          />
          {validationNow !== null && (
            <Key
              name={say("curves.names.validation")}
              colour="var(--neg)"
              isDashed
              value={written(validationNow)}
            />
          )}
        </span>
      }
      isMeasured={trainingNow !== null}
      empty={say(`curves.${subject}.empty`)}
      figures={{
        name: subject,
        caption: say(`curves.${subject}.label`),
        read: () => curveTable(...scalars, smoothing),
      }}
      summary={say("curves.summary", {
        title: say(`curves.${subject}.title`),
        step: count(latest.step ?? 0),
        training: written(trainingNow),
        validation: written(validationNow),
      })}
    >
      {trainingNow !== null && (
        <CurvePlot
          curves={curves}
          sources={sources}
          smoothing={smoothing}
          isLogarithmic={isLogarithmic}
          bounds={isLogarithmic ? null : bounds}
          isShare={bounds !== null}
          label={say(`curves.${subject}.label`)}
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
