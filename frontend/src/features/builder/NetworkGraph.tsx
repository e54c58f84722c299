import "@xyflow/react/dist/base.css";
import { useElementSize } from "@mantine/hooks";
import { Background, type Node, ReactFlow, ReactFlowProvider, SelectionMode } from "@xyflow/react";
import { type KeyboardEvent, useMemo } from "react";
import {
  disconnectNodes,
  moveLayers,
  OUTPUT,
  removeNodes,
  selectedLayers,
  unfold,
  useDocument,
} from "@/state/document";
import { useWords } from "@/words";
import { InputCard, OutputCard } from "./EndCards";
import { walk } from "./focus";
import { GraphControls } from "./GraphControls";
import { insertHere, placeBehind } from "./insertion";
import { InsertMenu } from "./InsertMenu";
import { JoinMenu } from "./JoinMenu";
import { LayerCard } from "./LayerCard";
import { MiniatureContext, type RenderMiniature } from "./miniature";
import styles from "./NetworkGraph.module.css";
import { NetworkSummary } from "./NetworkSummary";
import { PartFrame } from "./PartFrame";
import { RepeatCard } from "./RepeatCard";
import type { ShownNetwork } from "./shownNetwork";
import { useConnecting } from "./useConnecting";
import { useDragging } from "./useDragging";
import { LEAST_ZOOM, useFit } from "./useFit";
import { useFlow } from "./useFlow";
import { useSelecting } from "./useSelecting";
import { type Wire, WireEdge } from "./WireEdge";

const cardTypes = {
  "input-card": InputCard,
  "layer-card": LayerCard,
  "output-card": OutputCard,
  "repeat-card": RepeatCard,
  "part-frame": PartFrame,
};
const wireTypes = { wire: WireEdge };

/** The network as cards and wires: select, connect, insert, move, fold, delete. */
export function NetworkGraph({
  renderMiniature,
  onLookInto,
}: {
  renderMiniature: RenderMiniature;
  /** A layer was asked to be opened. */
  onLookInto: (node: string) => void;
}) {
  const say = useWords("builder");
  const { ref, width, height } = useElementSize();
  return (
    <div
      ref={ref}
      className={styles.graph}
      role="region"
      aria-label={say("network")}
      data-testid="graph"
    >
      <MiniatureContext value={renderMiniature}>
        {width > 0 && height > 0 && (
          <ReactFlowProvider>
            <Canvas width={width} height={height} onLookInto={onLookInto} />
          </ReactFlowProvider>
        )}
      </MiniatureContext>
      <InsertMenu />
    </div>
  );
}

function Canvas({
  width,
  height,
  onLookInto,
}: {
  width: number;
  height: number;
  onLookInto: (node: string) => void;
}) {
  const say = useWords("builder");
  const view = useMemo(() => ({ width, height }), [width, height]);
  const { wireOver, dragged, handlers } = useDragging();
  const { shown, layout, cards, wires } = useFlow(view, wireOver, dragged);
  const { changeCards, changeWires, layersOf } = useSelecting(shown);
  const { follow, ...dragging } = handlers(shown, layersOf);
  const { joining, endJoining, ...connecting } = useConnecting(shown);
  const empty = useDocument((state) => state.loaded && layout.cards.size <= 2);
  const fit = useFit(layout, view);
  const labels = useMemo(() => accessibleTexts(say), [say]);

  function remove(gone: { nodes: Node[]; edges: Wire[] }): void {
    // The wires of a deleted card are listed too; the card's rule for them holds.
    if (gone.nodes.length > 0) removeNodes(...layersOf(gone.nodes));
    else {
      for (const { data } of gone.edges) {
        if (data !== undefined) disconnectNodes(data.place.source, ...data.place.targets);
      }
    }
  }

  return (
    <>
      <ReactFlow
        nodes={cards}
        edges={wires}
        nodeTypes={cardTypes}
        edgeTypes={wireTypes}
        onNodesChange={(changes) => {
          changeCards(changes);
          follow(changes);
        }}
        onEdgesChange={changeWires}
        {...connecting}
        {...dragging}
        onNodeDoubleClick={(_event, { id, type }) => {
          const repeat = shown.cards.find((card) => card.id === id)?.repeat;
          if (repeat != null) unfold(repeat);
          else if (type === "layer-card") onLookInto(id);
        }}
        onKeyDownCapture={(event) => {
          actOnFocused(event, shown);
        }}
        onDelete={remove}
        onMoveEnd={(event, viewport) => {
          if (event !== null) fit.moved(viewport);
        }}
        nodeDragThreshold={4}
        selectNodesOnDrag={false}
        selectionMode={SelectionMode.Partial}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={["Shift", "Control", "Meta"]}
        deleteKeyCode={["Delete", "Backspace"]}
        minZoom={LEAST_ZOOM}
        maxZoom={2}
        zoomOnDoubleClick={false}
        connectionRadius={36}
        ariaLabelConfig={labels}
        attributionPosition="top-right"
      >
        <Background color="var(--dots)" gap={18} size={1.4} bgColor="var(--bg)" />
        <GraphControls onFit={fit.now} />
        <NetworkSummary />
        {empty && <p className={styles.empty}>{say("empty")}</p>}
      </ReactFlow>
      {joining !== null && <JoinMenu joining={joining} onClose={endJoining} />}
    </>
  );
}

/**
 * The keys of a card or a wire that has the focus: arrows go to the next card, with Alt they take the
 * selected layers along, + adds a layer there. Seen before React Flow sees them, which would move cards
 * about by arrow keys.
 */
function actOnFocused(event: KeyboardEvent, shown: ShownNetwork): void {
  if (event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return;
  const { target, key } = event;
  const id = target.getAttribute("data-id");
  const card = shown.cards.find((one) => one.id === id);
  const wire = shown.wires.find((one) => one.id === id);
  if (card !== undefined && key.startsWith("Arrow")) {
    event.preventDefault();
    event.stopPropagation();
    const isOnwards = key === "ArrowRight" || key === "ArrowDown";
    if (event.altKey) moveLayers(selectedLayers(), isOnwards ? "later" : "earlier");
    else walk(target, isOnwards ? 1 : -1);
  } else if (key === "+" && wire !== undefined) {
    event.preventDefault();
    insertHere(target, wire.place);
  } else if (key === "+" && card !== undefined && card.id !== OUTPUT) {
    event.preventDefault();
    insertHere(target, placeBehind(card.repeat?.exit ?? card.id));
  }
}

/** What React Flow says to assistive technology. */
function accessibleTexts(say: ReturnType<typeof useWords<"builder">>) {
  return {
    "node.a11yDescription.default": say("flow.card"),
    "node.a11yDescription.keyboardDisabled": say("flow.card"),
    // Cards are not moved by arrow keys here.
    "node.a11yDescription.ariaLiveMessage": () => "",
    "edge.a11yDescription.default": say("flow.wire"),
    "handle.ariaLabel": say("flow.port"),
  };
}
