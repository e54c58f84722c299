/** A look at the data: the samples that the run learns from, as the server splits them. */
import { useEffect, useState } from "react";
import type { Samples } from "@/contracts";
import type { DataPoint } from "@/draw/decisionSurface";
import type { SampleImage } from "@/draw/sample";
import { useSpec } from "@/state/document";
import { getSamples } from "@/transport/rest";
import { type Locale, useLocale } from "@/words";

/** How many points of a plane are drawn: a training set of the built-in planes is smaller. */
const most = 500;

const answers = new Map<string, Promise<Samples>>();
const remembered = 8;

interface Question {
  dataset: string;
  seed: number | undefined;
  validationFraction: number | undefined;
  options: Record<string, unknown> | undefined;
  /** Classes are named in the language that was asked for. */
  locale: Locale;
}

function ask(key: string): Promise<Samples> {
  const known = answers.get(key);
  if (known !== undefined) return known;
  const { dataset, seed, validationFraction, options } = JSON.parse(key) as Question;
  const answer = getSamples({
    dataset,
    split: "train",
    limit: most,
    ...(seed === undefined ? {} : { seed }),
    ...(validationFraction === undefined ? {} : { validationFraction }),
    ...(options === undefined ? {} : { options }),
  });
  answers.set(key, answer);
  // A refusal is not remembered: the data set may be there the next time.
  answer.catch(() => answers.delete(key));
  for (const oldest of answers.keys()) {
    if (answers.size <= remembered) break;
    answers.delete(oldest);
  }
  return answer;
}

/** The first training samples of the document's data; null until they came, and where none come. */
export function useSamples(): Samples | null {
  const data = useSpec((spec) => spec.data);
  const seed = useSpec((spec) => spec.seed);
  const question: Question = {
    dataset: data.dataset,
    seed,
    validationFraction: data.validation_fraction,
    options: data.options,
    locale: useLocale(),
  };
  const key = JSON.stringify(question);
  const [answer, setAnswer] = useState<{ key: string; samples: Samples } | null>(null);

  useEffect(() => {
    let isWanted = true;
    ask(key).then(
      (samples) => {
        if (isWanted) setAnswer({ key, samples });
      },
      () => {
        // Without samples the pictures show the measurements alone; the check tells what is wrong.
      },
    );
    return () => {
      isWanted = false;
    };
  }, [key]);

  return answer?.key === key ? answer.samples : null;
}

function flatten(value: unknown, into: number[]): number[] {
  if (Array.isArray(value)) for (const part of value) flatten(part, into);
  else if (typeof value === "number") into.push(value);
  return into;
}

/** The points of two-dimensional data; null for any other. */
export function pointsOf(samples: Samples): DataPoint[] | null {
  if (samples.input_shape.length !== 1 || samples.input_shape[0] !== 2) return null;
  return samples.inputs.flatMap((input, index) => {
    const [x, y] = flatten(input, []);
    const target = samples.targets[index];
    return x === undefined || y === undefined || target === undefined ? [] : [{ x, y, target }];
  });
}

/** The first image; null where samples are none. */
export function imageOf(samples: Samples): SampleImage | null {
  const [channels, height, width] = samples.input_shape;
  const isImage = samples.input_shape.length === 3 && (channels === 1 || channels === 3);
  if (!isImage || height === undefined || width === undefined) return null;
  const values = Float32Array.from(flatten(samples.inputs[0], []));
  if (values.length !== channels * height * width) return null;
  return { shape: [channels, height, width], values };
}
