import { useMemo } from "react";
import { decimal, share } from "@/draw/format";
import { drawSampleImage } from "@/draw/sample";
import { drawMaps, mapsOf } from "@/draw/signedMaps";
import { type DataPoint, drawDataPoints } from "@/draw/decisionSurface";
import { symmetricLimit } from "@/draw/diverging";
import { linearScale } from "@/draw/scale";
import type { Context } from "@/draw/theme";
import { runController, useRun } from "@/state/telemetry/runStore";
import type { WorstSamplesProbe } from "@/transport/lookingProbes";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Frame, Picture } from "@/ui/canvas/painter";
import { createScratch } from "@/ui/canvas/scratch";
import { useWords } from "@/words";
import { classNamed, useClassNames } from "../classNames";
import styles from "./HardestSamples.module.css";

const sources: readonly [] = [];

/** The sample at `place`, as it was sent. */
function valuesAt({ values, samples }: WorstSamplesProbe, place: number): Float32Array {
  const size = values.length / samples.length;
  return values.subarray(place * size, (place + 1) * size);
}

function pointsOf(probe: WorstSamplesProbe): DataPoint[] {
  return Array.from(probe.targets, (target, place) => {
    const [x = 0, y = 0] = valuesAt(probe, place);
    return { x, y, target };
  });
}

/** One of the points among the others, which stand back. */
function drawAmong(
  context: Context,
  points: readonly DataPoint[],
  place: number,
  { width, height, theme }: Frame,
): void {
  const across = points.map(({ x }) => x);
  const up = points.map(({ y }) => y);
  const scales = {
    x: linearScale([Math.min(...across), Math.max(...across)], [8, width - 8]),
    y: linearScale([Math.min(...up), Math.max(...up)], [height - 8, 8]),
  };
  context.globalAlpha = 0.25;
  drawDataPoints(context, points, scales, 2.5, theme);
  context.globalAlpha = 1;
  drawDataPoints(context, points.slice(place, place + 1), scales, 6, theme);
}

function samplePicture(probe: WorstSamplesProbe, place: number): Picture<WorstSamplesProbe> {
  const scratch = createScratch();
  return {
    read: () => probe,
    draw(context, { shape, shown }, frame) {
      const values = valuesAt(probe, place);
      const { width, height, theme } = frame;
      const own = shown.slice(1);
      const [channels = 1, rows = 1, columns = 1] = own;
      if (shape.length === 1 && shape[0] === 2) {
        drawAmong(context, pointsOf(probe), place, frame);
      } else if (own.length === 3 && (channels === 1 || channels === 3)) {
        const image = { shape: [channels, rows, columns] as const, values };
        drawSampleImage(context, { image, width, height }, theme);
      } else if (scratch !== null) {
        const limit = symmetricLimit(probe.low ?? 0, probe.high ?? 0);
        const maps = mapsOf(values, own, { width, height });
        drawMaps(context, { maps, limit, scratch, width, height }, theme);
      }
      return {};
    },
  };
}

/** The samples of the highest loss, the hardest first; a click looks through the network at one. */
export function HardestSamples({ probe }: { probe: WorstSamplesProbe }) {
  const say = useWords("watch");
  return (
    <ol
      className={styles.list}
      aria-label={say("hardest.label")}
      data-testid="hardest-samples"
      data-step={probe.step}
    >
      {Array.from(probe.samples, (sample, place) => (
        <Sample key={place} probe={probe} place={place} sample={sample} />
      ))}
    </ol>
  );
}

function Sample({
  probe,
  place,
  sample,
}: {
  probe: WorstSamplesProbe;
  place: number;
  sample: number;
}) {
  const say = useWords("watch");
  const names = useClassNames();
  const pinned = useRun(({ run }) => run?.settings.pinned_sample ?? null);
  const picture = useMemo(() => samplePicture(probe, place), [probe, place]);
  const actual = classNamed(names, probe.targets[place] ?? 0);
  const predicted = classNamed(names, probe.predicted[place] ?? 0);
  const loss = probe.losses[place] ?? NaN;
  const isRight = probe.targets[place] === probe.predicted[place];
  const probability = probe.probabilities?.[place] ?? null;
  const figures = { actual, predicted, loss: decimal(loss), sample };
  return (
    <li>
      <button
        type="button"
        className={styles.sample}
        aria-pressed={sample === pinned}
        title={say(isRight ? "hardest.right" : "hardest.wrong", figures)}
        data-sample={sample}
        data-loss={loss}
        data-right={isRight}
        onClick={() => {
          void runController.pinSample(sample);
        }}
      >
        <span className={styles.picture} aria-hidden>
          <FigureCanvas
            picture={picture}
            sources={sources}
            label={say("hardest.sample", { sample })}
          />
        </span>
        <span className={styles.classes}>
          {actual} <i aria-hidden>→</i> <b>{predicted}</b>
        </span>
        <span className={styles.figures}>
          {say("hardest.loss", { loss: decimal(loss) })}
          {probability !== null && ` · ${share(probability)}`}
        </span>
      </button>
    </li>
  );
}
