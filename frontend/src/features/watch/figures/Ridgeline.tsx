import { useMemo } from "react";
import { familyColour } from "@/draw/theme";
import {
  describeRidge,
  drawRidgeline,
  highlightedSlice,
  ridgelineGeometry,
} from "@/draw/ridgeline";
import { probes } from "@/state/telemetry/measurements";
import type { HistogramProbe, HistogramProbeName } from "@/transport/messages";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { linkedStep } from "@/ui/canvas/linkedStep";
import type { WatchedNode } from "../watchedNodes";

const sources = [probes];
const links = [linkedStep];

/** The picture itself, apart from React: it owns the linked step while the pointer is here. */
function ridgelinePicture(
  probe: HistogramProbeName,
  id: string,
  parameter: string | null,
  family: string,
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
        reading: describeRidge(view, geometry),
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
  const { id, family } = node;
  const picture = useMemo(
    () => ridgelinePicture(probe, id, parameter, family),
    [probe, id, parameter, family],
  );
  return (
    <FigureCanvas
      picture={picture}
      sources={sources}
      links={links}
      label={`Distribution of the ${words[probe]} of ${id}${parameter === null ? "" : `, ${parameter}`}, over time`}
      testId={`ridgeline-${probe}-${id}`}
    />
  );
}

export const words: Record<HistogramProbeName, string> = {
  activation_histogram: "outputs",
  weight_histogram: "weights",
  gradient_histogram: "gradients",
};
