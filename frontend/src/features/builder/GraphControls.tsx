import { IconArrowsMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import { Panel, useReactFlow } from "@xyflow/react";
import styles from "./NetworkGraph.module.css";

/** Zoom, and the whole network into view. */
export function GraphControls({ onFit }: { onFit: () => void }) {
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <Panel position="bottom-left" className={styles.controls ?? ""}>
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => void zoomOut()}>
        <IconMinus size={15} />
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => void zoomIn()}>
        <IconPlus size={15} />
      </button>
      <button
        type="button"
        aria-label="Show the whole network"
        title="Show the whole network"
        onClick={onFit}
      >
        <IconArrowsMaximize size={14} />
      </button>
    </Panel>
  );
}
