/** The nodes that can be watched: the input and every layer, as the document has them. */
import { useCallback, useMemo } from "react";
import { INPUT, layerEntry, useCatalog, useDocument, useSpec } from "@/state/document";
import { probes } from "@/state/telemetry/measurements";
import { useMeasured } from "@/ui/canvas/useMeasured";

export interface WatchedNode {
  readonly id: string;
  readonly kind: string;
  readonly family: string;
  /** Whether it is of a kind that has tensors to train. */
  readonly trains: boolean;
}

export function useWatchedNodes(): readonly WatchedNode[] {
  const nodes = useSpec((spec) => spec.network.nodes);
  const catalog = useCatalog((state) => state.catalog);
  return useMemo(
    () => [
      { id: INPUT, kind: INPUT, family: "shape", trains: false },
      ...nodes.map(({ id, kind }) => {
        const entry = layerEntry(catalog, kind);
        return { id, kind, family: entry?.family ?? "shape", trains: entry?.trains ?? false };
      }),
    ],
    [nodes, catalog],
  );
}

export function useWatchedNode(id: string): WatchedNode | null {
  const nodes = useWatchedNodes();
  return nodes.find((node) => node.id === id) ?? null;
}

/**
 * The node that the layer views show: the selected one, else the first of `among` that fits.
 *
 * @param fits which nodes the view can show
 */
export function useShownNode(fits: (node: WatchedNode) => boolean): {
  shown: WatchedNode | null;
  choices: readonly WatchedNode[];
} {
  const nodes = useWatchedNodes();
  const selection = useDocument((state) => state.selection);
  const choices = nodes.filter(fits);
  const selected = choices.findLast(({ id }) => selection.includes(id));
  const layers = choices.filter(({ id }) => id !== INPUT);
  return { shown: selected ?? layers[0] ?? choices[0] ?? null, choices };
}

export function hasWeights(node: WatchedNode): boolean {
  return node.trains;
}

/** The layers that gradients are measured in, the selected one, and the newest measurement's step. */
export function useFlowNodes(): {
  nodes: readonly WatchedNode[];
  selected: string | null;
  step: number | null;
} {
  const all = useWatchedNodes();
  const nodes = useMemo(() => all.filter(hasWeights), [all]);
  const selection = useDocument((state) => state.selection);
  const selected = nodes.findLast(({ id }) => selection.includes(id))?.id ?? null;
  const step = useMeasured(
    probes,
    useCallback(() => {
      const steps = nodes.flatMap(({ id }) => probes.gradientStats(id)?.step ?? []);
      return steps.length === 0 ? null : Math.max(...steps);
    }, [nodes]),
  );
  return { nodes, selected, step };
}
