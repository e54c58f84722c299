import "@xyflow/react/dist/base.css";
import { useElementSize } from "@mantine/hooks";
import {
  Background,
  type Connection,
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Viewport,
} from "@xyflow/react";
import { type DragEvent, useEffect, useMemo, useRef, useState } from "react";
import {
  connectNodes,
  disconnectNodes,
  documentStore,
  INPUT,
  OUTPUT,
  removeNodes,
  select,
  useDocument,
} from "@/state/document";
import { dropLayer, LAYER_TYPE, underPointer } from "./dragging";
import { InputCard, OutputCard } from "./EndCards";
import { GraphControls } from "./GraphControls";
import { LayerCard } from "./LayerCard";
import { MiniatureContext, type RenderMiniature } from "./miniature";
import styles from "./NetworkGraph.module.css";
import { NetworkSummary } from "./NetworkSummary";
import { MARGIN, useFlow } from "./useFlow";
import { type Wire, WireEdge } from "./WireEdge";

const cardTypes = { "input-card": InputCard, "layer-card": LayerCard, "output-card": OutputCard };
const wireTypes = { wire: WireEdge };

/** The network as cards and wires: select, connect, insert, delete. */
export function NetworkGraph({
  renderMiniature,
  onLookInto,
}: {
  renderMiniature: RenderMiniature;
  /** A layer was asked to be opened. */
  onLookInto: (node: string) => void;
}) {
  const { ref, width, height } = useElementSize();
  return (
    <div ref={ref} className={styles.graph} role="region" aria-label="Network" data-testid="graph">
      <MiniatureContext value={renderMiniature}>
        {width > 0 && height > 0 && (
          <ReactFlowProvider>
            <Canvas width={width} height={height} onLookInto={onLookInto} />
          </ReactFlowProvider>
        )}
      </MiniatureContext>
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
  const [selectedWires, setSelectedWires] = useState<ReadonlySet<string>>(new Set());
  const [wireOver, setWireOver] = useState<string | null>(null);
  const view = useMemo(() => ({ width, height }), [width, height]);
  const { layout, cards, wires } = useFlow(view, selectedWires, wireOver);
  const empty = useDocument((state) => state.loaded && layout.cards.size <= 2);
  const fit = useFit(layout, view);

  function changeCards(changes: NodeChange[]): void {
    const selection = new Set(documentStore.getState().selection);
    const chosen = changes.filter((change) => change.type === "select");
    if (chosen.length === 0) return;
    for (const { id, selected } of chosen) {
      if (selected) selection.add(id);
      else selection.delete(id);
    }
    select(...selection);
  }

  function changeWires(changes: EdgeChange<Wire>[]): void {
    const chosen = changes.filter((change) => change.type === "select");
    if (chosen.length === 0) return;
    setSelectedWires((before) => {
      const after = new Set(before);
      for (const { id, selected } of chosen) {
        if (selected) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }

  function connect({ source, target }: Connection): void {
    if (target !== OUTPUT && source !== OUTPUT) connectNodes(source, target);
  }

  function dragOver(event: DragEvent): void {
    if (!event.dataTransfer.types.includes(LAYER_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    const { wire } = underPointer(event.target);
    if (wire !== wireOver) setWireOver(wire);
  }

  function drop(event: DragEvent): void {
    const kind = event.dataTransfer.getData(LAYER_TYPE);
    setWireOver(null);
    if (kind === "") return;
    event.preventDefault();
    dropLayer(kind, underPointer(event.target));
  }

  return (
    <ReactFlow
      nodes={cards}
      edges={wires}
      nodeTypes={cardTypes}
      edgeTypes={wireTypes}
      onNodesChange={changeCards}
      onEdgesChange={changeWires}
      onConnect={connect}
      onDelete={(gone) => {
        // The wires of a deleted card are listed too; the card's rule for them holds.
        if (gone.nodes.length > 0) removeNodes(...gone.nodes.map((node) => node.id));
        else for (const edge of gone.edges) disconnectNodes(edge.source, edge.target);
      }}
      onDragOver={dragOver}
      onDragLeave={() => {
        setWireOver(null);
      }}
      onDrop={drop}
      onNodeDoubleClick={(_, { id }) => {
        if (id !== INPUT && id !== OUTPUT) onLookInto(id);
      }}
      onMoveEnd={(event, viewport) => {
        if (event !== null) fit.moved(viewport);
      }}
      nodesDraggable={false}
      deleteKeyCode={["Delete", "Backspace"]}
      minZoom={0.2}
      maxZoom={2}
      zoomOnDoubleClick={false}
      connectionRadius={36}
      attributionPosition="top-right"
    >
      <Background color="var(--dots)" gap={18} size={1.4} bgColor="var(--bg)" />
      <GraphControls onFit={fit.now} />
      <NetworkSummary />
      {empty && (
        <p className={styles.empty}>
          Nothing between input and loss yet. Click a layer on the left, or drag it here.
        </p>
      )}
    </ReactFlow>
  );
}

/** Keeps the whole network in view, until a person looks somewhere else. */
function useFit(
  layout: { width: number; height: number },
  view: { width: number; height: number },
) {
  const { setViewport } = useReactFlow();
  const following = useRef(true);
  const shown = useRef<Viewport | null>(null);

  function show(): void {
    const [width, height] = [
      view.width - 2 * MARGIN.side,
      view.height - MARGIN.top - MARGIN.bottom,
    ];
    const zoom = Math.max(0.2, Math.min(1, width / layout.width, height / layout.height));
    const calm = shown.current === null || matchMedia("(prefers-reduced-motion: reduce)").matches;
    shown.current = {
      zoom,
      x: MARGIN.side + (width - layout.width * zoom) / 2,
      y: MARGIN.top + (height - layout.height * zoom) / 2,
    };
    void setViewport(shown.current, { duration: calm ? 0 : 180 });
  }

  useEffect(() => {
    if (following.current) show();
    // The picture moves when its size or the view's changes, not with every new function.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [layout.width, layout.height, view.width, view.height]);

  return {
    now: () => {
      following.current = true;
      show();
    },
    /** A click on the background ends a "move" too; only one that went somewhere counts. */
    moved: ({ x, y, zoom }: Viewport) => {
      const at = shown.current;
      const far =
        at === null || Math.hypot(x - at.x, y - at.y) > 2 || Math.abs(zoom / at.zoom - 1) > 0.01;
      if (far) following.current = false;
    },
  };
}
