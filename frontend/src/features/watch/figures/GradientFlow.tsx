import { useMemo } from "react";
import { count, scientific } from "@/draw/format";
import { drawGradientFlow, type FlowRow } from "@/draw/gradientFlow";
import { probes } from "@/state/telemetry/measurements";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { type Say, useWords } from "@/words";
import { nodeNorm } from "../gradientNorm";
import { useLogarithmic } from "../preferences";
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

/** "fc1 3.2e-2, fc2 1.1e-1" */
function normsInWords(rows: readonly FlowRow[], say: Say<"watch">): string {
  const measured = rows.flatMap(({ label, norm }) =>
    norm === null ? [] : [`${label} ${scientific(norm)}`],
  );
  return measured.join(say("comma"));
}

function flowPicture(
  nodes: readonly WatchedNode[],
  selected: string | null,
  isLogarithmic: boolean,
  say: Say<"watch">,
): Picture<Flow> {
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
      drawGradientFlow(context, { rows, isLogarithmic, width, height }, theme);
      return {
        data: { step, layers: rows.filter(({ norm }) => norm !== null).length },
        description: say("gradients.flowSentence", {
          step: count(step),
          norms: normsInWords(rows, say),
        }),
      };
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
  const isLogarithmic = useLogarithmic("flow");
  const picture = useMemo(
    () => flowPicture(nodes, selected, isLogarithmic, say),
    [nodes, selected, isLogarithmic, say],
  );
  return (
    <FigureCanvas
      picture={picture}
      sources={sources}
      label={say("gradients.flowLabel")}
      testId="gradient-flow"
    />
  );
}
