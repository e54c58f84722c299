import { useMemo, useSyncExternalStore } from "react";
import {
  cellCount,
  cellUnder,
  type ConfusionCell,
  confusionLayout,
  drawConfusion,
  precisions,
  recalls,
} from "@/draw/confusion";
import { checksum } from "@/draw/checksum";
import { count, share } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import type { ConfusionProbe } from "@/transport/lookingProbes";
import { arrowStep, within } from "@/ui/canvas/arrows";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { Pointed } from "@/ui/canvas/pointed";
import { type Say, useWords } from "@/words";
import styles from "./Pointable.module.css";

const sources = [probes];

/** Beyond so many classes the counts of all cells would be a text of many kilobytes. */
const mostSpelt = 20;

/** "4 taken for 9: 12 samples, 2.4 % of 4" */
function readCell(
  probe: ConfusionProbe,
  cell: ConfusionCell,
  names: readonly string[],
  say: Say<"watch">,
): string {
  const name = (index: number): string => names[index] ?? String(index);
  const isRight = cell.row === cell.column;
  const figures = {
    actual: name(cell.row),
    predicted: name(cell.column),
    samples: count(cellCount(probe, cell)),
    recall: share(recalls(probe)[cell.row] ?? NaN),
    precision: share(precisions(probe)[cell.column] ?? NaN),
  };
  return say(isRight ? "confusion.right" : "confusion.wrong", figures);
}

function confusionPicture(
  names: readonly string[],
  pointed: Pointed<ConfusionCell>,
  isLogarithmic: boolean,
  say: Say<"watch">,
): Picture<ConfusionProbe> {
  return {
    read: () => probes.ofNetwork("confusion"),
    draw(context, probe, { width, height, theme, pointer }) {
      const size = { width, height };
      const under =
        pointer === null ? null : cellUnder(probe, confusionLayout(probe, names, size), pointer);
      const chosen = under ?? pointed.value;
      const words = {
        predicted: say("confusion.predicted"),
        actual: say("confusion.actual"),
        recall: say("confusion.recall"),
        precision: say("confusion.precision"),
      };
      drawConfusion(
        context,
        { confusion: probe, names, chosen, isLogarithmic, words, ...size },
        theme,
      );
      const { classes, counts, step, samples } = probe;
      return {
        data: {
          step,
          samples,
          checksum: checksum(counts),
          ...(classes > mostSpelt ? {} : { counts: counts.join(" ") }),
        },
        reading: chosen === null ? null : readCell(probe, chosen, names, say),
      };
    },
  };
}

/** The table of true against predicted classes; arrow keys go from cell to cell. */
export function ConfusionPicture({
  names,
  isLogarithmic,
}: {
  names: readonly string[];
  isLogarithmic: boolean;
}) {
  const say = useWords("watch");
  const pointed = useMemo(() => new Pointed<ConfusionCell>(), []);
  const links = useMemo(() => [pointed], [pointed]);
  const picture = useMemo(
    () => confusionPicture(names, pointed, isLogarithmic, say),
    [names, pointed, isLogarithmic, say],
  );
  const cell = useSyncExternalStore(pointed.subscribe, () => pointed.value);
  const probe = probes.ofNetwork("confusion");
  return (
    <div
      className={styles.pointable}
      tabIndex={0}
      role="group"
      aria-label={say("confusion.keys")}
      data-testid="confusion-cells"
      onKeyDown={(event) => {
        const step = arrowStep(event.key);
        const classes = probes.ofNetwork("confusion")?.classes;
        if (step === null || classes === undefined) return;
        event.preventDefault();
        const { row, column } = pointed.value ?? { row: -step[1], column: -step[0] };
        pointed.point({
          row: within(row + step[1], classes),
          column: within(column + step[0], classes),
        });
      }}
      onBlur={() => {
        pointed.point(null);
      }}
    >
      <FigureCanvas
        picture={picture}
        sources={sources}
        links={links}
        label={say("confusion.label")}
        testId="confusion"
      />
      <span className="visually-hidden" role="status">
        {cell !== null && probe !== null && readCell(probe, cell, names, say)}
      </span>
    </div>
  );
}
