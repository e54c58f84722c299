import { useCallback, useState } from "react";
import { count, scientific, share } from "@/draw/format";
import { useRun } from "@/state/telemetry/runStore";
import { probes } from "@/state/telemetry/measurements";
import type { FiltersProbe, GradientStatsProbe, HistogramProbe } from "@/transport/messages";
import { type FigureRow, Figures } from "./Figures";
import { DivergingLegend } from "./figures/DivergingLegend";
import { FilterMosaic, filtersAt, sharedLimit } from "./figures/FilterMosaic";
import { judgeUpdate } from "./gradientNorm";
import { histogramRows, sampleSize } from "./histogramRows";
import styles from "./NodeMeasurements.module.css";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { WeightSpread } from "./WeightSpread";

function outputRows(histogram: HistogramProbe): FigureRow[] {
  const names: Record<string, string> = { Mean: "Output mean", "Spread (std)": "Output spread" };
  return histogramRows(histogram).map((row) => ({
    ...row,
    name: names[row.name] ?? row.name,
  }));
}

function gradientRows(stats: GradientStatsProbe): FigureRow[] {
  return Object.entries(stats.parameters).flatMap(([parameter, { norm, updateRatio }]) => {
    const rows: FigureRow[] = [
      { name: `Gradient norm, ${parameter}`, value: norm === null ? "–" : scientific(norm) },
    ];
    if (updateRatio !== null) {
      const verdict = updateRatio === 0 ? "healthy" : judgeUpdate(updateRatio);
      rows.push({
        name: `Update ratio, ${parameter}`,
        value: scientific(updateRatio),
        finding:
          verdict === "healthy"
            ? null
            : verdict === "small"
              ? "Below 1e-4: these weights hardly move."
              : "Above 1e-2: each update undoes much of what was learnt.",
      });
    }
    return rows;
  });
}

/** What was measured in one node, in figures; for a convolution its filters as well. */
export function NodeMeasurements({ nodeId }: { nodeId: string }) {
  const histogram = useMeasured(
    probes,
    useCallback(() => probes.histogram("activation_histogram", nodeId), [nodeId]),
  );
  const stats = useMeasured(
    probes,
    useCallback(() => probes.gradientStats(nodeId), [nodeId]),
  );
  const filters = useMeasured(
    probes,
    useCallback(() => probes.filters(nodeId), [nodeId]),
  );
  const hasRun = useRun(({ run }) => run !== null);
  if (histogram === null) {
    return (
      <section className={styles.measurements}>
        <h3 className={styles.title}>Measured</h3>
        <p className={styles.absent}>
          {hasRun ? "Waiting for the first measurement…" : "Nothing yet: press play."}
        </p>
        <WeightSpread nodeId={nodeId} />
      </section>
    );
  }
  return (
    <section className={styles.measurements} data-testid="node-measurements">
      <h3 className={styles.title}>Measured at step {count(histogram.step)}</h3>
      <Figures rows={[...outputRows(histogram), ...(stats === null ? [] : gradientRows(stats))]} />
      <p className={styles.note}>
        {sampleSize(histogram)} values
        {histogram.batch === null ? "" : `, ${count(histogram.batch)} samples`}
      </p>
      <WeightSpread nodeId={nodeId} />
      {filters !== null && <NodeFilters node={nodeId} />}
    </section>
  );
}

/** As high as the panel's width asks for: one row a filter where there are several input channels. */
function mosaicHeight(filters: FiltersProbe | null): number {
  if (filters === null || filters.shape[1] === 1) return 136;
  const [outputs, inputs, height, width] = filters.shape;
  const cell = Math.max(2, Math.min(4, Math.floor((260 - 2 * inputs) / (inputs * width))));
  return Math.min(460, outputs * (height * cell + 2));
}

function NodeFilters({ node }: { node: string }) {
  const [wantsBefore, setWantsBefore] = useState(false);
  const before = useMeasured(
    probes,
    useCallback(() => filtersAt("before", node), [node]),
  );
  const now = useMeasured(
    probes,
    useCallback(() => filtersAt("now", node), [node]),
  );
  const limit = useMeasured(
    probes,
    useCallback(() => sharedLimit(node), [node]),
  );
  const moment = wantsBefore && before !== null ? "before" : "now";
  const shown = moment === "before" ? before : now;
  return (
    <div>
      <h3 className={styles.title}>
        {moment === "before" ? "Filters at step 0" : "Filters now"}
        <span>
          {before === null ? "" : moment === "before" ? " before training" : " (before, on hover)"}
        </span>
      </h3>
      <div
        className={styles.filters}
        style={{ height: mosaicHeight(now) }}
        tabIndex={0}
        role="group"
        aria-label="Filters; hovering or focusing shows them as they were before training"
        onPointerEnter={() => {
          setWantsBefore(true);
        }}
        onPointerLeave={() => {
          setWantsBefore(false);
        }}
        onFocus={() => {
          setWantsBefore(true);
        }}
        onBlur={() => {
          setWantsBefore(false);
        }}
      >
        <FilterMosaic node={node} moment={moment} testId={`node-filters-${node}`} />
      </div>
      <DivergingLegend limit={limit} />
      {shown !== null && (
        <p className="visually-hidden">
          Weights from {shown.low} to {shown.high}; share shown{" "}
          {share(shown.shape[0] / Math.max(1, shown.outChannels))}.
        </p>
      )}
    </div>
  );
}
