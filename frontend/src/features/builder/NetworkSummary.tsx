import { Panel } from "@xyflow/react";
import { useCheck, useDocument, useSpec } from "@/state/document";
import { formatBytes, formatLarge } from "@/ui";
import { useWords } from "@/words";
import { memoryOf } from "./Cost";
import styles from "./NetworkGraph.module.css";
import { WireFlowLegend } from "./WireFlow";

/** What the whole network costs, and how much of it is selected. */
export function NetworkSummary() {
  const say = useWords("builder");
  const layers = useSpec((spec) => spec.network.nodes.length);
  const selected = useDocument((state) => state.selection.length);
  const parameters = useCheck((state) => state.result?.parameters);
  const cost = useCheck((state) => state.result?.multiply_adds);
  const memory = useCheck((state) => state.result?.memory);
  return (
    <Panel position="bottom-right" className={styles.summary ?? ""} data-testid="summary">
      <WireFlowLegend />
      {say("summary.layers", { count: layers })}
      {selected > 1 && ` (${say("summary.selected", { count: selected })})`}
      {parameters != null && ` · ${say("summary.parameters", { count: parameters })}`}
      {cost != null && (
        <span className={styles.cost}> · {say("summary.cost", { cost: formatLarge(cost) })}</span>
      )}
      {memory != null && (
        <span
          className={styles.memory}
          data-bytes={memoryOf(memory)}
          title={say("summary.memoryHint", {
            activations: formatBytes(memory.activations ?? 0),
            parameters: formatBytes(memory.parameters ?? 0),
            gradients: formatBytes(memory.gradients ?? 0),
            optimizer: formatBytes(memory.optimizer ?? 0),
            buffers: formatBytes(memory.buffers ?? 0),
          })}
        >
          {" · "}
          {say("summary.memory", { memory: formatBytes(memoryOf(memory)) })}
        </span>
      )}
    </Panel>
  );
}
