import { Panel } from "@xyflow/react";
import { useCheck, useSpec } from "@/state/document";
import { formatCount, formatLarge } from "@/ui";
import styles from "./NetworkGraph.module.css";

/** What the whole network costs. */
export function NetworkSummary() {
  const layers = useSpec((spec) => spec.network.nodes.length);
  const parameters = useCheck((state) => state.result?.parameters);
  const cost = useCheck((state) => state.result?.multiply_adds);
  return (
    <Panel position="bottom-center" className={styles.summary ?? ""} data-testid="summary">
      {layers === 1 ? "1 layer" : `${formatCount(layers)} layers`}
      {parameters != null && ` · ${formatCount(parameters)} parameters`}
      {cost != null && (
        <span className={styles.cost}> · {formatLarge(cost)} multiply-adds a sample</span>
      )}
    </Panel>
  );
}
