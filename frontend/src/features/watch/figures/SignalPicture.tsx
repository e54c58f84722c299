import { useMemo } from "react";
import { count, threeFigures } from "@/draw/format";
import { drawSignal, rowUnder, type SignalRow } from "@/draw/signal";
import { probes } from "@/state/telemetry/measurements";
import type { SignalPropagationProbe } from "@/transport/lookingProbes";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import { readOnChange } from "@/ui/canvas/merge";
import type { Picture } from "@/ui/canvas/painter";
import { type Say, useWords } from "@/words";
import type { WatchedNode } from "../watchedNodes";

const sources = [probes];

/** The measurements of those nodes that have one, in the order of the forward pass. */
export function signalOf(nodes: readonly WatchedNode[]): SignalPropagationProbe[] {
  return nodes.flatMap(({ id }) => probes.latest("signal_propagation", id) ?? []);
}

function figure(value: number | null, say: Say<"watch">): string {
  return value === null ? say("signal.nothing") : threeFigures(value);
}

/** "fc1: measured 0.52, predicted 0.50 = 784 × 0.0026 × 0.25" */
export function readSignal(probe: SignalPropagationProbe, say: Say<"watch">): string {
  const { node, variance, predicted, fanIn, weightVariance, inputSecondMoment } = probe;
  const sentence = say("signal.reading", {
    node,
    measured: figure(variance, say),
    predicted: figure(predicted, say),
  });
  const isSum = predicted !== null && fanIn !== null && weightVariance !== null;
  if (!isSum || inputSecondMoment === null) return sentence;
  const factors = {
    inputs: count(fanIn),
    weights: threeFigures(weightVariance),
    incoming: threeFigures(inputSecondMoment),
  };
  return `${sentence} · ${say("signal.product", factors)}`;
}

function signalPicture(
  nodes: readonly WatchedNode[],
  selected: string | null,
  isLogarithmic: boolean,
  say: Say<"watch">,
): Picture<readonly SignalPropagationProbe[]> {
  const read = readOnChange(probes, () => signalOf(nodes));
  return {
    read() {
      const measured = read();
      return measured.length === 0 ? null : measured;
    },
    draw(context, measured, { width, height, theme, pointer }) {
      const rows = measured.map(({ node, variance, predicted }): SignalRow => {
        return { label: node, measured: variance, predicted, isSelected: node === selected };
      });
      const view = { rows, isLogarithmic, pointer, width, height };
      drawSignal(context, view, theme);
      const under = measured[rowUnder(view) ?? -1];
      return {
        data: {
          step: Math.max(...measured.map(({ step }) => step)),
          measured: measured.map(({ variance }) => variance ?? "").join(" "),
          predicted: measured.map(({ predicted }) => predicted ?? "").join(" "),
        },
        reading: under === undefined ? null : readSignal(under, say),
      };
    },
  };
}

/** Measured and predicted variance by depth. */
export function SignalPicture({
  nodes,
  selected,
  isLogarithmic,
}: {
  nodes: readonly WatchedNode[];
  selected: string | null;
  isLogarithmic: boolean;
}) {
  const say = useWords("watch");
  const picture = useMemo(
    () => signalPicture(nodes, selected, isLogarithmic, say),
    [nodes, selected, isLogarithmic, say],
  );
  return (
    <FigureCanvas
      picture={picture}
      sources={sources}
      label={say("signal.label")}
      testId="signal-propagation"
    />
  );
}
