import { useCallback } from "react";
import { count } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import { DivergingLegend } from "../figures/DivergingLegend";
import { FilterMosaic, filtersAt, type FilterMoment, sharedLimit } from "../figures/FilterMosaic";
import { NodePicker } from "../NodePicker";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { View } from "../View";
import { useShownNode, type WatchedNode } from "../watchedNodes";
import styles from "./views.module.css";

function isConvolution(node: WatchedNode): boolean {
  return node.kind === "conv2d";
}

/** The filters of a convolution: what they were before training, and what they are now. */
export function FiltersView() {
  const { shown, choices } = useShownNode(isConvolution);
  const id = shown?.id ?? "";
  const limit = useMeasured(
    probes,
    useCallback(() => (probes.filters(id) === null ? null : sharedLimit(id)), [id]),
  );
  if (shown === null) {
    return (
      <View
        title="Filters"
        isMeasured={false}
        isExpected={false}
        empty="Filters are the weights of a convolution, drawn as pictures. Add a 2-d convolution to see them here."
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
            empty={`The filters of ${id} appear here from step 0 on. Press play.`}
          />
        </div>
        <div className={styles.cell}>
          <MomentView
            title="Before"
            moment="before"
            node={id}
            empty="The filters as they were at step 0 appear here. They are kept while this page watches from the start; reset and play to see them."
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
      subtitle={probe === null ? "filters" : describeFilters(probe)}
      aside={probe === null ? null : `step ${count(probe.step)}`}
      isMeasured={probe !== null}
      isExpected={!isMissed}
      empty={empty}
      summary={probe === null ? null : `Weights from ${probe.low} to ${probe.high}.`}
    >
      <FilterMosaic node={node} moment={moment} />
    </View>
  );
}

function describeFilters({
  shape,
  outChannels,
  inChannels,
}: {
  shape: readonly [number, number, number, number];
  outChannels: number;
  inChannels: number;
}): string {
  const [outputs, inputs, height, width] = shape;
  const some = (shown: number, all: number, word: string): string =>
    shown < all ? `${count(shown)} of ${count(all)} ${word}` : `${count(all)} ${word}`;
  const parts = [`${some(outputs, outChannels, "filters")} of ${height}×${width}`];
  if (inChannels > 1) parts.push(`by ${some(inputs, inChannels, "input channels")}`);
  return parts.join(", ");
}
