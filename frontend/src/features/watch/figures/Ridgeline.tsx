import { useMemo } from "react";
import { familyColour } from "@/draw/theme";
import {
  drawRidgeline,
  highlightedSlice,
  type RidgeFigures,
  ridgeFigures,
  ridgelineGeometry,
} from "@/draw/ridgeline";
import { probes } from "@/state/telemetry/measurements";
import type { HistogramProbe, HistogramProbeName } from "@/transport/messages";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { linkedStep } from "@/ui/canvas/linkedStep";
import { type Say, useWords } from "@/words";
import { histogramSubject } from "../histogramRows";
import type { WatchedNode } from "../watchedNodes";

const sources = [probes];
const links = [linkedStep];

/** "step 640 · −0.21 to −0.14: 412 values, 0.8 %" */
function readRidge(figures: RidgeFigures | null, say: Say<"watch">): string | null {
  if (figures === null) return null;
  const step = say("step", { step: figures.step });
  if (figures.at === "step") return step;
  const there =
    figures.at === "bin" ? say("histogram.bin", { ...figures.bin }) : say("histogram.noBin");
  return `${step} · ${there}`;
}

/** The picture itself, apart from React: it owns the linked step while the pointer is here. */
function ridgelinePicture(
  probe: HistogramProbeName,
  id: string,
  parameter: string | null,
  family: string,
  say: Say<"watch">,
): Picture<HistogramProbe> {
  const owner = {};
  return {
    read: () => probes.histogram(probe, id, parameter),
    draw(context, latest, { width, height, theme, pointer }) {
      const view = {
        slices: probes.histogramHistory(probe, id, parameter),
        colour: familyColour(theme, family),
        pointer,
        linkedStep: linkedStep.value,
        writeStep: (step: string) => say("step", { step }),
        width,
        height,
      };
      const geometry = ridgelineGeometry(view);
      drawRidgeline(context, view, theme);
      const pointed = view.slices[highlightedSlice(view, geometry)];
      if (pointer === null || pointed === undefined) linkedStep.release(owner);
      else linkedStep.point(owner, pointed.step);
      return {
        data: {
          step: latest.step,
          sampled: latest.sampled,
          "counts-total": latest.counts.reduce((sum, count) => sum + count, 0),
          slices: view.slices.length,
        },
        reading: readRidge(ridgeFigures(view, geometry), say),
      };
    },
  };
}

/** A histogram over time, the newest in front. */
export function Ridgeline({
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
  const picture = useMemo(
    () => ridgelinePicture(probe, id, parameter, family, say),
    [probe, id, parameter, family, say],
  );
  return (
    <FigureCanvas
      picture={picture}
      sources={sources}
      links={links}
      label={say("histogram.overTime", {
        subject: histogramSubject(probe, id, parameter, say),
      })}
      testId={`ridgeline-${probe}-${id}`}
    />
  );
}
