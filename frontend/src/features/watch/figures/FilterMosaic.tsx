import { useMemo } from "react";
import { checksum } from "@/draw/checksum";
import { symmetricLimit } from "@/draw/diverging";
import { drawFilters, filterUnder, mosaicLayout } from "@/draw/filters";
import { count, decimal } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import type { FiltersProbe } from "@/transport/messages";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { type Say, useWords } from "@/words";

const sources = [probes];

export type FilterMoment = "now" | "before";

export function filtersAt(moment: FilterMoment, node: string): FiltersProbe | null {
  return moment === "now" ? probes.filters(node) : probes.initialFilters(node);
}

/** One limit for before and now, so that their colours can be compared. */
export function sharedLimit(node: string): number {
  const shown = [probes.filters(node), probes.initialFilters(node)];
  return Math.max(
    0,
    ...shown.map((probe) => (probe === null ? 0 : symmetricLimit(probe.low, probe.high))),
  );
}

interface ShownFilters {
  probe: FiltersProbe;
  limit: number;
}

function filtersPicture(
  node: string,
  moment: FilterMoment,
  say: Say<"watch">,
): Picture<ShownFilters> {
  let held: ShownFilters | null = null;
  return {
    read() {
      const probe = filtersAt(moment, node);
      if (probe === null) return null;
      const limit = sharedLimit(node);
      if (held?.probe !== probe || held.limit !== limit) held = { probe, limit };
      return held;
    },
    draw(context, { probe, limit }, { width, height, theme, pointer }) {
      drawFilters(context, { filters: probe, limit, pointer, width, height }, theme);
      const under =
        pointer === null
          ? null
          : filterUnder(probe, mosaicLayout(probe.shape, { width, height }), pointer);
      return {
        data: { step: probe.step, checksum: checksum(probe.weight), limit },
        reading:
          under === null
            ? null
            : say("filters.weight", {
                filter: count(under.output + 1),
                input: count(under.input + 1),
                row: under.row + 1,
                column: under.column + 1,
                value: decimal(under.value),
              }),
      };
    },
  };
}

/** A convolution's filters as pictures, now or at step 0. */
export function FilterMosaic({
  node,
  moment,
  testId = `filters-${moment}-${node}`,
}: {
  node: string;
  moment: FilterMoment;
  testId?: string;
}) {
  const say = useWords("watch");
  const picture = useMemo(() => filtersPicture(node, moment, say), [node, moment, say]);
  return (
    <FigureCanvas
      picture={picture}
      sources={sources}
      label={say(moment === "now" ? "filters.labelNow" : "filters.labelBefore", { node })}
      testId={testId}
    />
  );
}
