import { useCallback } from "react";
import { count, decimal } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import type { FiltersProbe } from "@/transport/messages";
import { type Say, useWords } from "@/words";
import { DivergingLegend } from "@/ui/figures/DivergingLegend";
import { FilterMosaic, filtersAt, type FilterMoment, sharedLimit } from "../figures/FilterMosaic";
import { NodePicker } from "../NodePicker";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { filtersTable } from "../saving/tables";
import { View } from "../View";
import { useShownNode, type WatchedNode } from "../watchedNodes";
import styles from "./views.module.css";

function isConvolution(node: WatchedNode): boolean {
  return node.kind === "conv2d";
}

/** The filters of a convolution: what they were before training, and what they are now. */
export function FiltersView() {
  const say = useWords("watch");
  const { shown, choices } = useShownNode(isConvolution);
  const id = shown?.id ?? "";
  const limit = useMeasured(
    probes,
    useCallback(() => (probes.filters(id) === null ? null : sharedLimit(id)), [id]),
  );
  if (shown === null) {
    return (
      <View
        title={say("filters.title")}
        isMeasured={false}
        isExpected={false}
        empty={say("filters.none")}
      >
        {null}
      </View>
    );
  }
  return (
    <div className={styles.withFoot}>
      <div className={styles.halves}>
        <div className={styles.cell}>
          <MomentView
            title={<NodePicker shown={shown} choices={choices} />}
            moment="now"
            node={id}
            empty={say("filters.emptyNow", { node: id })}
          />
        </div>
        <div className={styles.cell}>
          <MomentView
            title={say("filters.before")}
            moment="before"
            node={id}
            empty={say("filters.emptyBefore")}
          />
        </div>
      </div>
      <div className={styles.foot}>
        <DivergingLegend limit={limit} />
      </div>
    </div>
  );
}

function MomentView({
  title,
  moment,
  node,
  empty,
}: {
  title: React.ReactNode;
  moment: FilterMoment;
  node: string;
  empty: string;
}) {
  const say = useWords("watch");
  const probe = useMeasured(
    probes,
    useCallback(() => filtersAt(moment, node), [moment, node]),
  );
  // Step 0 was measured before this page listened, and does not come again.
  const isMissed = useMeasured(
    probes,
    useCallback(() => moment === "before" && probes.filters(node) !== null, [moment, node]),
  );
  return (
    <View
      title={title}
      subtitle={probe === null ? say("filters.unit") : describeFilters(probe, say)}
      aside={probe === null ? null : say("step", { step: count(probe.step) })}
      isMeasured={probe !== null}
      isExpected={!isMissed}
      figures={{
        name: `filters-${moment}`,
        caption: say(moment === "now" ? "filters.labelNow" : "filters.labelBefore", { node }),
        read: () => filtersTable(filtersAt(moment, node)),
      }}
      empty={empty}
      summary={
        probe === null
          ? null
          : say("filters.range", { low: decimal(probe.low), high: decimal(probe.high) })
      }
    >
      <FilterMosaic node={node} moment={moment} />
    </View>
  );
}

/** "8 filters of 3×3", "8 of 64 filters of 3×3, by 32 input channels" */
function describeFilters(
  { shape, outChannels, inChannels }: FiltersProbe,
  say: Say<"watch">,
): string {
  const [outputs, inputs, height, width] = shape;
  const size = `${height}×${width}`;
  const filters =
    outputs < outChannels
      ? say("filters.some", { shown: count(outputs), all: count(outChannels) })
      : say("filters.all", { count: outChannels });
  if (inChannels === 1) return say("filters.size", { filters, size });
  const channels =
    inputs < inChannels
      ? say("filters.someChannels", { shown: count(inputs), all: count(inChannels) })
      : say("filters.channels", { all: count(inChannels) });
  return say("filters.sizeBy", { filters, size, channels });
}
