import { useCallback, useId, useState } from "react";
import { count, decimal, scientific, share } from "@/draw/format";
import { useRun } from "@/state/telemetry/runStore";
import { probes } from "@/state/telemetry/measurements";
import type { FiltersProbe, GradientStatsProbe, HistogramProbe } from "@/transport/messages";
import { type Say, useWords } from "@/words";
import { type FigureRow, Figures } from "./Figures";
import { DivergingLegend } from "@/ui/figures/DivergingLegend";
import { FilterMosaic, filtersAt, sharedLimit } from "./figures/FilterMosaic";
import { describeUpdate, judgeUpdate } from "./gradientNorm";
import { histogramRows, sampleSize } from "./histogramRows";
import styles from "./NodeMeasurements.module.css";
import { FigureTextContext } from "@/ui/canvas/figureText";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { WeightSpread } from "./WeightSpread";

/** Beside the gradients' figures, mean and spread need to say whose they are. */
function outputRows(histogram: HistogramProbe, say: Say<"watch">): FigureRow[] {
  return histogramRows(histogram, say, {
    mean: say("node.outputMean"),
    spread: say("node.outputSpread"),
  });
}

function updateFinding(ratio: number, say: Say<"watch">): string | null {
  const verdict = ratio === 0 ? "healthy" : judgeUpdate(ratio);
  return verdict === "healthy" ? null : describeUpdate(verdict, say);
}

function gradientRows(stats: GradientStatsProbe, say: Say<"watch">): FigureRow[] {
  return Object.entries(stats.parameters).flatMap(([parameter, { norm, updateRatio }]) => {
    const rows: FigureRow[] = [
      {
        name: say("node.gradientNorm", { parameter }),
        value: norm === null ? "–" : scientific(norm),
      },
    ];
    if (updateRatio !== null) {
      rows.push({
        name: say("node.updateRatio", { parameter }),
        value: scientific(updateRatio),
        finding: updateFinding(updateRatio, say),
      });
    }
    return rows;
  });
}

/** What was measured in one node, in figures; for a convolution its filters as well. */
export function NodeMeasurements({ nodeId }: { nodeId: string }) {
  const say = useWords("watch");
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
        <h3 className={styles.title}>{say("node.title")}</h3>
        <p className={styles.absent}>{say(hasRun ? "waiting" : "node.empty")}</p>
        <WeightSpread nodeId={nodeId} />
      </section>
    );
  }
  return (
    <section className={styles.measurements} data-testid="node-measurements">
      <h3 className={styles.title}>{say("node.titleAt", { step: count(histogram.step) })}</h3>
      <Figures
        rows={[...outputRows(histogram, say), ...(stats === null ? [] : gradientRows(stats, say))]}
      />
      <p className={styles.note}>
        {histogram.batch === null
          ? say("node.counted", { size: sampleSize(histogram, say) })
          : say("node.countedOf", {
              size: sampleSize(histogram, say),
              samples: count(histogram.batch),
            })}
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
  const say = useWords("watch");
  const [wantsBefore, setWantsBefore] = useState(false);
  const textId = useId();
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
        {say(moment === "before" ? "node.filtersBefore" : "node.filtersNow")}{" "}
        {before !== null && (
          <span>{say(moment === "before" ? "node.beforeTraining" : "node.beforeOnHover")}</span>
        )}
      </h3>
      <div
        className={styles.filters}
        style={{ height: mosaicHeight(now) }}
        tabIndex={0}
        role="group"
        aria-label={say("node.filtersHint")}
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
        <FigureTextContext value={shown === null ? undefined : textId}>
          <FilterMosaic node={node} moment={moment} testId={`node-filters-${node}`} />
        </FigureTextContext>
      </div>
      <DivergingLegend limit={limit} />
      {shown !== null && (
        <p id={textId} className="visually-hidden">
          {say("node.filtersRange", {
            low: decimal(shown.low),
            high: decimal(shown.high),
            share: share(shown.shape[0] / Math.max(1, shown.outChannels)),
          })}
        </p>
      )}
    </div>
  );
}
