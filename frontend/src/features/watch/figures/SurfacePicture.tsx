import { useMemo } from "react";
import type { DataPoint } from "@/draw/decisionSurface";
import { answeredShares, drawDecisionSurface, drawUnitSurface } from "@/draw/decisionSurface";
import { checksum } from "@/draw/checksum";
import { count, decimal, share } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import type { UnitSurfacesProbe } from "@/transport/lookingProbes";
import type { DecisionSurfaceProbe } from "@/transport/messages";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import type { Pointed } from "@/ui/canvas/pointed";
import { createScratch } from "@/ui/canvas/scratch";
import { type Say, useWords } from "@/words";
import { limitOf, type UnitPlace } from "./MapsPicture";

const sources = [probes];

/** The surfaces of the node of which a unit is pointed at. */
function pointedSurfaces(pointed: Pointed<UnitPlace>): UnitSurfacesProbe | null {
  const place = pointed.value;
  return place === null ? null : probes.latest("unit_surfaces", place.node);
}

function surfacePicture(
  points: readonly DataPoint[],
  classes: readonly string[],
  pointed: Pointed<UnitPlace>,
  say: Say<"watch">,
): Picture<DecisionSurfaceProbe | UnitSurfacesProbe> {
  const scratch = createScratch();
  return {
    read: () => pointedSurfaces(pointed) ?? probes.decisionSurface(),
    draw(context, surface, { width, height, theme }) {
      if (scratch === null) return {};
      const data = { step: surface.step, checksum: checksum(surface.values) };
      if (surface.probe === "decision_surface") {
        drawDecisionSurface(context, { surface, points, scratch, width, height }, theme);
        const answered = answeredShares(surface).map((part, index) =>
          say("decision.answered", { name: classes[index] ?? String(index), share: share(part) }),
        );
        return {
          data,
          description: say("decision.sentence", {
            step: count(surface.step),
            shares: answered.join(say("comma")),
          }),
        };
      }
      const unit = Math.min(pointed.value?.unit ?? 0, surface.shape[0] - 1);
      const limit = limitOf(surface);
      const { x, y } = surface;
      drawUnitSurface(
        context,
        { maps: surface, unit, limit, x, y, points, scratch, width, height },
        theme,
      );
      const shown = say("units.shown", {
        node: surface.node,
        unit: count(unit + 1),
        limit: decimal(limit),
      });
      return {
        data: { ...data, node: surface.node, unit },
        reading: shown,
        description: shown,
      };
    },
  };
}

/** The network's answer over the plane, under the data it learns from; or a unit's, while it is pointed at. */
export function SurfacePicture({
  points,
  classes,
  pointed,
}: {
  points: readonly DataPoint[];
  /** Names of the classes, in order. */
  classes: readonly string[];
  pointed: Pointed<UnitPlace>;
}) {
  const say = useWords("watch");
  const links = useMemo(() => [pointed], [pointed]);
  const picture = useMemo(
    () => surfacePicture(points, classes, pointed, say),
    [points, classes, pointed, say],
  );
  return (
    <FigureCanvas
      picture={picture}
      sources={sources}
      links={links}
      label={say("decision.label")}
      testId="decision-surface"
    />
  );
}
