import { useMemo } from "react";
import { count, threeFigures } from "@/draw/format";
import { useSpec } from "@/state/document";
import { useRun } from "@/state/telemetry/runStore";
import { getScheduleCurve, type ScheduleQuestion } from "@/transport/curves";
import { SmallChart, type SmallFigure, useAnswer } from "@/ui";
import { useWords } from "@/words";

/** The learning rate over the whole run, before it starts: the schedule's own answers. */
export function ScheduleFigure() {
  const say = useWords("theory");
  const schedule = useSpec((spec) => spec.schedule) ?? { kind: "constant" };
  const rate = useSpec((spec) => spec.optimizer.learning_rate);
  const data = useSpec((spec) => spec.data);
  const batchSize = useSpec((spec) => spec.batch_size) ?? 100;
  const epochs = useSpec((spec) => spec.epochs) ?? 10;
  const length = { data, batch_size: batchSize, epochs };
  const counted = useRun(({ run }) => run);
  // A run has counted its data; before one, the catalog's number of samples is taken at its word.
  const total =
    counted !== null &&
    counted.spec.batch_size === batchSize &&
    counted.spec.epochs === epochs &&
    JSON.stringify(counted.spec.data) === JSON.stringify(data)
      ? counted.total_steps
      : null;
  const question: ScheduleQuestion = {
    schedule,
    learning_rate: Number(rate ?? 1),
    ...(total === null ? length : { total_steps: total }),
  };
  const { found, problem } = useAnswer(question, getScheduleCurve);
  const figure = useMemo<SmallFigure | null>(
    () =>
      found && {
        x: found.steps,
        lines: [
          {
            name: say("schedule.rate"),
            colour: (theme) => theme.accent,
            values: found.learning_rates,
          },
        ],
        fromZero: true,
        reading: (index) =>
          say("schedule.reading", {
            step: count(found.steps[index] ?? NaN),
            rate: threeFigures(found.learning_rates[index] ?? NaN),
          }),
      },
    [found, say],
  );
  const rates = found?.learning_rates ?? [];
  return (
    <SmallChart
      title={say("schedule.title")}
      figure={problem === null ? figure : null}
      absent={problem ?? say("schedule.waiting")}
      label={say("schedule.label")}
      summary={
        found && (
          <p>
            {say("schedule.summary", {
              steps: count(found.total_steps),
              first: threeFigures(rates[0] ?? NaN),
              highest: threeFigures(Math.max(...rates)),
              last: threeFigures(rates.at(-1) ?? NaN),
            })}
          </p>
        )
      }
      testId="schedule-curve"
    />
  );
}
