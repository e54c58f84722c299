import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMaximize,
  IconArrowsVertical,
  IconClipboard,
  IconFold,
  IconMinus,
  IconPlus,
  IconRipple,
} from "@tabler/icons-react";
import { Panel, useReactFlow } from "@xyflow/react";
import type { ReactNode } from "react";
import {
  foldsOf,
  pasteSelection,
  redoEdit,
  repeatsOf,
  toggleFolding,
  undoEdit,
  useDocument,
  useHoldsCopy,
  useSpec,
  useView,
} from "@/state/document";
import { useWords } from "@/words";
import styles from "./NetworkGraph.module.css";
import { toggleWireFlow, useWireFlow } from "./WireFlow";

/** Undo and redo, paste, fold, zoom, and the whole network into view. */
export function GraphControls({ onFit }: { onFit: () => void }) {
  const say = useWords("builder");
  const { zoomIn, zoomOut } = useReactFlow();
  const canUndo = useDocument(({ history }) => history.past.length > 0);
  const canRedo = useDocument(({ history }) => history.future.length > 0);
  const canPaste = useHoldsCopy();
  const nodes = useSpec((spec) => spec.network.nodes);
  const view = useView((state) => state);
  const showsFlow = useWireFlow();
  const isFolded = foldsOf(nodes, view).folded.length > 0;
  return (
    <Panel
      position="bottom-left"
      className={styles.controls ?? ""}
      role="toolbar"
      aria-label={say("controls.label")}
    >
      <Control name="undo" disabled={!canUndo} onClick={undoEdit}>
        <IconArrowBackUp size={15} />
      </Control>
      <Control name="redo" disabled={!canRedo} onClick={redoEdit}>
        <IconArrowForwardUp size={15} />
      </Control>
      {canPaste && (
        <Control
          name="paste"
          onClick={() => {
            pasteSelection();
          }}
        >
          <IconClipboard size={14} />
        </Control>
      )}
      {repeatsOf(nodes).length > 0 && (
        <Control name={isFolded ? "unfold" : "fold"} onClick={toggleFolding}>
          {isFolded ? <IconArrowsVertical size={14} /> : <IconFold size={14} />}
        </Control>
      )}
      <Control name="flow" isOn={showsFlow} onClick={toggleWireFlow}>
        <IconRipple size={14} />
      </Control>
      <Control name="zoomOut" onClick={() => void zoomOut()}>
        <IconMinus size={15} />
      </Control>
      <Control name="zoomIn" onClick={() => void zoomIn()}>
        <IconPlus size={15} />
      </Control>
      <Control name="fit" onClick={onFit}>
        <IconArrowsMaximize size={14} />
      </Control>
    </Panel>
  );
}

interface ControlProps {
  name: "undo" | "redo" | "paste" | "fold" | "unfold" | "flow" | "zoomIn" | "zoomOut" | "fit";
  disabled?: boolean;
  /** Of a switch: whether it is on. */
  isOn?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Control({ name, disabled = false, isOn, onClick, children }: ControlProps) {
  const say = useWords("builder");
  const label = say(`controls.${name}`);
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      disabled={disabled}
      data-testid={`graph-${name}`}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
