import { type CSSProperties, type ReactNode, useCallback } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { count, scientific } from "@/draw/format";
import { flowDecades, wireStroke } from "@/draw/wireFlow";
import { nodeNorm } from "@/state/telemetry/gradientNorm";
import { probes } from "@/state/telemetry/measurements";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { useWords } from "@/words";
import styles from "./NetworkGraph.module.css";

/** Whether wires show the gradient; only where a person asks for it. */
const wireFlow = createStore(() => ({ isShown: false }));

export function useWireFlow(): boolean {
  return useStore(wireFlow, ({ isShown }) => isShown);
}

export function toggleWireFlow(): void {
  wireFlow.setState(({ isShown }) => ({ isShown: !isShown }));
}

/** Draws a wire as wide as the gradient of the layer that it leads to; as ever where none was measured. */
export function WireFlow(props: { source: string; target: string; children: ReactNode }) {
  return useWireFlow() ? <Measured {...props} /> : props.children;
}

function Measured({
  source,
  target,
  children,
}: {
  source: string;
  target: string;
  children: ReactNode;
}) {
  const say = useWords("builder");
  const stats = useMeasured(
    probes,
    useCallback(() => probes.gradientStats(target), [target]),
  );
  const norm = stats === null ? null : nodeNorm(stats);
  if (stats === null || norm === null) return children;
  const { width, strength } = wireStroke(norm);
  return (
    <g
      className="flow"
      style={
        { "--flow-width": `${width}px`, "--flow-share": `${100 * strength}%` } as CSSProperties
      }
      data-testid={`flow-${source}-${target}`}
      data-norm={norm}
      data-step={stats.step}
    >
      <title>
        {say("wire.gradient", { node: target, norm: scientific(norm), step: count(stats.step) })}
      </title>
      {children}
    </g>
  );
}

/** What a wire's width and colour stand for. */
export function WireFlowLegend() {
  const say = useWords("builder");
  if (!useWireFlow()) return null;
  const ends = [flowDecades.low, flowDecades.high].map((decade) => scientific(10 ** decade, 0));
  return (
    <span className={styles.flowLegend} data-testid="flow-legend">
      {say("wire.legend")} {ends[0]}
      <svg viewBox="0 0 48 10" width="48" height="10" aria-hidden>
        <path d="M0 4.5 48 0.5V9.5L0 5.5Z" />
      </svg>
      {ends[1]}
    </span>
  );
}
