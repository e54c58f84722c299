import { useMemo } from "react";
import type { DataPoint } from "@/draw/decisionSurface";
import { answeredShares, drawDecisionSurface } from "@/draw/decisionSurface";
import { checksum } from "@/draw/checksum";
import { count, share } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import type { DecisionSurfaceProbe } from "@/transport/messages";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { useWords } from "@/words";

const sources = [probes];

/** The network's answer over the plane, under the data it learns from. */
export function SurfacePicture({
  points,
  classes,
}: {
  points: readonly DataPoint[];
  /** Names of the classes, in order. */
  classes: readonly string[];
}) {
  const say = useWords("watch");
  const picture = useMemo<Picture<DecisionSurfaceProbe>>(() => {
    const canvas = document.createElement("canvas");
    const scratch = canvas.getContext("2d");
    return {
      read: () => probes.decisionSurface(),
      draw(context, surface, { width, height, theme }) {
        if (scratch === null) return {};
        drawDecisionSurface(
          context,
          { surface, points, scratch: { canvas, context: scratch }, width, height },
          theme,
        );
        const answered = answeredShares(surface).map((part, index) =>
          say("decision.answered", { name: classes[index] ?? String(index), share: share(part) }),
        );
        return {
          data: { step: surface.step, checksum: checksum(surface.values) },
          description: say("decision.sentence", {
            step: count(surface.step),
            shares: answered.join(say("comma")),
          }),
        };
      },
    };
  }, [points, classes, say]);
  return (
    <FigureCanvas
      picture={picture}
      sources={sources}
      label={say("decision.label")}
      testId="decision-surface"
    />
  );
}
