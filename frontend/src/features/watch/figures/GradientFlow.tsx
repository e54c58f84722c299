import { useMemo } from "react";
import { drawGradientFlow, type FlowRow } from "@/draw/gradientFlow";
import { probes } from "@/state/telemetry/measurements";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { useWords } from "@/words";
import { nodeNorm } from "../gradientNorm";
import type { WatchedNode } from "../watchedNodes";

const sources = [probes];

interface Flow {
  rows: readonly FlowRow[];
  step: number;
}

function measureFlow(nodes: readonly WatchedNode[], selected: string | null): Flow | null {
  const stats = nodes.map(({ id }) => probes.gradientStats(id));
  const steps = stats.flatMap((one) => (one === null ? [] : [one.step]));
  if (steps.length === 0) return null;
  const rows = nodes.map(({ id }, index) => {
    const one = stats[index] ?? null;
    return { label: id, norm: one === null ? null : nodeNorm(one), isSelected: id === selected };
  });
  return { rows, step: Math.max(...steps) };
}

function flowPicture(nodes: readonly WatchedNode[], selected: string | null): Picture<Flow> {
  let version = -1;
  let flow: Flow | null = null;
  return {
    read() {
      if (version === probes.version) return flow;
      version = probes.version;
      const now = measureFlow(nodes, selected);
      // The same figures give the same object, so that nothing is drawn twice.
      if (JSON.stringify(now) !== JSON.stringify(flow)) flow = now;
      return flow;
    },
    draw(context, { rows, step }, { width, height, theme }) {
      drawGradientFlow(context, { rows, width, height }, theme);
      return { data: { step, layers: rows.filter(({ norm }) => norm !== null).length } };
    },
  };
}

/** Gradient norms of all layers with weights, in the order of the forward pass. */
export function GradientFlow({
  nodes,
  selected,
}: {
  nodes: readonly WatchedNode[];
  selected: string | null;
}) {
  const say = useWords("watch");
  const picture = useMemo(() => flowPicture(nodes, selected), [nodes, selected]);
  return (
    <FigureCanvas
      picture={picture}
      sources={sources}
      label={say("gradients.flowLabel")}
      testId="gradient-flow"
    />
  );
}
