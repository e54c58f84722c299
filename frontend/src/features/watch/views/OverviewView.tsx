import { type ReactNode, useCallback } from "react";
import { densities, densityCeiling } from "@/draw/density";
import { count } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import { useWords } from "@/words";
import { ScalarView } from "../curves/ScalarView";
import { GradientFlow } from "../figures/GradientFlow";
import { Ridgeline } from "../figures/Ridgeline";
import { histogramSentence, histogramSubject, sampleSize } from "../histogramRows";
import { NodePicker } from "../NodePicker";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { flowTable, histogramTable } from "../saving/tables";
import { View } from "../View";
import { useFlowNodes, useShownNode } from "../watchedNodes";
import styles from "./views.module.css";

/** How does the loss go, what do layers put out, do gradients arrive: one look. */
export function OverviewView() {
  return (
    <div className={styles.overview}>
      <div className={styles.cell}>
        <ScalarView subject="loss" />
      </div>
      <div className={styles.cell}>
        <ScalarView subject="accuracy" />
      </div>
      <div className={styles.cell}>
        <LayerRidgeline />
      </div>
      <div className={styles.cell}>
        <FlowView />
      </div>
    </div>
  );
}

/** The outputs of the selected layer over time. */
export function LayerRidgeline() {
  const say = useWords("watch");
  const { shown, choices } = useShownNode(() => true);
  const id = shown?.id ?? "";
  const latest = useMeasured(
    probes,
    useCallback(() => probes.histogram("activation_histogram", id), [id]),
  );
  const isCut = useMeasured(
    probes,
    useCallback(() => {
      const slices = probes.histogramHistory("activation_histogram", id);
      return densityCeiling(slices.map(densities)).isCut;
    }, [id]),
  );
  return (
    <View
      title={shown === null ? say("outputs.title") : <NodePicker shown={shown} choices={choices} />}
      subtitle={say(isCut ? "outputs.subtitleCut" : "outputs.subtitle")}
      aside={latest === null ? null : sampleSize(latest, say)}
      isMeasured={latest !== null}
      figures={{
        name: "outputs",
        caption: say("histogram.overTime", {
          subject: histogramSubject("activation_histogram", id, null, say),
        }),
        read: () => histogramTable(probes.histogramHistory("activation_histogram", id)),
      }}
      empty={id === "" ? say("outputs.emptyAny") : say("outputs.empty", { node: id })}
      summary={
        latest === null
          ? null
          : histogramSentence(
              histogramSubject("activation_histogram", id, null, say),
              latest,
              latest.step,
              say,
            )
      }
    >
      {shown !== null && <Ridgeline probe="activation_histogram" node={shown} />}
    </View>
  );
}

/** Gradient norm by layer. */
export function FlowView({ tools }: { tools?: ReactNode }) {
  const say = useWords("watch");
  const { nodes, selected, step } = useFlowNodes();
  return (
    <View
      title={say("gradients.flow")}
      subtitle={say("gradients.flowUnit")}
      tools={tools}
      figures={{
        name: "gradient-flow",
        caption: say("gradients.flow"),
        read: () => flowTable(nodes.flatMap(({ id }) => probes.gradientStats(id) ?? [])),
      }}
      aside={step === null ? null : say("step", { step: count(step) })}
      isMeasured={step !== null}
      empty={say("gradients.flowEmpty")}
    >
      <GradientFlow nodes={nodes} selected={selected} />
    </View>
  );
}
