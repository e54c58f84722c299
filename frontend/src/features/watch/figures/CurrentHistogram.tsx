import { useMemo } from "react";
import { familyColour } from "@/draw/theme";
import { binFigures, drawHistogram, histogramBinUnder } from "@/draw/histogram";
import { probes } from "@/state/telemetry/measurements";
import type { HistogramProbe, HistogramProbeName } from "@/transport/messages";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { useWords } from "@/words";
import { histogramSubject } from "../histogramRows";
import type { WatchedNode } from "../watchedNodes";

const sources = [probes];

/** The newest histogram, with its axes. */
export function CurrentHistogram({
  probe,
  node,
  parameter = null,
}: {
  probe: HistogramProbeName;
  node: WatchedNode;
  parameter?: string | null;
}) {
  const say = useWords("watch");
  const { id, family } = node;
  const picture = useMemo<Picture<HistogramProbe>>(
    () => ({
      read: () => probes.histogram(probe, id, parameter),
      draw(context, histogram, { width, height, theme, pointer }) {
        const view = {
          histogram,
          mean: histogram.mean,
          colour: familyColour(theme, family),
          pointer,
          width,
          height,
        };
        drawHistogram(context, view, theme);
        const bin = histogramBinUnder(view);
        return {
          data: {
            step: histogram.step,
            sampled: histogram.sampled,
            "counts-total": histogram.counts.reduce((sum, count) => sum + count, 0),
          },
          reading: bin === null ? null : say("histogram.bin", { ...binFigures(histogram, bin) }),
        };
      },
    }),
    [probe, id, family, parameter, say],
  );
  return (
    <FigureCanvas
      picture={picture}
      sources={sources}
      label={say("histogram.newest", {
        subject: histogramSubject(probe, id, parameter, say),
      })}
      testId={`histogram-${probe}-${id}${parameter === null ? "" : `-${parameter}`}`}
    />
  );
}
