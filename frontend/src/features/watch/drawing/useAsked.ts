/** The network's answer to what stands on the sheet, asked again as the drawing and the weights change. */
import { useEffect, useMemo, useState } from "react";
import type { Prediction } from "@/contracts";
import { checksum } from "@/draw/checksum";
import type { SampleImage } from "@/draw/sample";
import { LatestWins } from "@/state/latestWins";
import { useRun } from "@/state/telemetry/runStore";
import { troubleOf } from "@/state/trouble";
import { predict } from "@/transport/rest";
import type { Trouble } from "@/words";

export interface Asked {
  /** The last answer; it stays in view while the next one is on its way. */
  readonly prediction: Prediction | null;
  /** The fingerprint of the input that it answers. */
  readonly of: string | null;
  readonly trouble: Trouble | null;
}

interface Question {
  readonly run: string;
  /** The run and how often it was reset. */
  readonly life: string;
  readonly image: SampleImage;
  readonly nodes: readonly string[];
}

/** With the question that it answers. */
interface Told extends Asked {
  readonly question: Question | null;
}

const nothing: Asked = { prediction: null, of: null, trouble: null };

/** (channels, height, width) as nested lists, each value as it stands in memory. */
export function nested({ shape, values }: SampleImage): number[][][] {
  const [channels, height, width] = shape;
  return Array.from({ length: channels }, (_, channel) =>
    Array.from({ length: height }, (_, row) => {
      const start = (channel * height + row) * width;
      return Array.from(values.subarray(start, start + width));
    }),
  );
}

/** States in which a run's process is there and can answer. */
const ANSWERS = new Set(["running", "paused", "finished", "diverged"]);

/** Whether there is a run that can answer. */
export function useAnswers(): boolean {
  return useRun(({ run }) => run !== null && ANSWERS.has(run.state));
}

/**
 * @param image what is asked; null asks nothing
 * @param nodes whose outputs are wanted too; keep the identity from render to render
 */
export function useAsked(image: SampleImage | null, nodes: readonly string[]): Asked {
  const run = useRun((state) => state.run?.id ?? null);
  const generation = useRun((state) => state.generation);
  const step = useRun(({ latest }) => latest.step);
  const answers = useAnswers();
  const [asked, setAsked] = useState<Told>({ ...nothing, question: null });
  const [asker] = useState(
    () =>
      new LatestWins<Question, Prediction>(
        ({ run, image, nodes }) => predict(run, { inputs: [nested(image)], outputs: nodes }),
        {
          onAnswer: (prediction, question) => {
            const of = checksum(question.image.values);
            setAsked({ prediction, of, trouble: null, question });
          },
          onFailure: (failure, question) => {
            setAsked((before) => ({
              ...(before.question?.life === question.life ? before : nothing),
              trouble: troubleOf(failure),
              question,
            }));
          },
        },
      ),
  );

  // Another run, or the same from its start: what was answered before is not its answer.
  const life = `${run}/${generation}`;
  const question = useMemo(
    () => (run === null || image === null || !answers ? null : { run, life, image, nodes }),
    [run, life, image, nodes, answers],
  );

  // The page hears of steps a few times a second, so that is how often weights are asked for anew.
  const isOlder = step !== null && step > (asked.prediction?.step ?? Infinity);
  const isAnswered = question !== null && asked.question === question && !isOlder;
  useEffect(() => {
    if (question === null) asker.forget();
    else if (!isAnswered) asker.ask(question);
  }, [asker, question, isAnswered, step]);

  useEffect(
    () => () => {
      asker.forget();
    },
    [asker],
  );

  return image === null || asked.question?.life !== life ? nothing : asked;
}
