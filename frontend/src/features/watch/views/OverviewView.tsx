import { useCallback } from "react";
import { densities, densityCeiling } from "@/draw/density";
import { count } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import { ScalarView } from "../curves/ScalarView";
import { GradientFlow } from "../figures/GradientFlow";
import { Ridgeline } from "../figures/Ridgeline";
import { histogramSentence, sampleSize } from "../histogramRows";
import { NodePicker } from "../NodePicker";
import { useMeasured } from "@/ui/canvas/useMeasured";
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
      title={shown === null ? "Outputs" : <NodePicker shown={shown} choices={choices} />}
      subtitle={isCut ? "outputs, newest in front, peaks cut" : "outputs, newest in front"}
      aside={latest === null ? null : sampleSize(latest)}
      isMeasured={latest !== null}
      empty={`How the outputs of ${id === "" ? "a layer" : id} spread, and how that changes, appears here from step 0 on. Press play.`}
      summary={latest === null ? null : histogramSentence(`Outputs of ${id}`, latest, latest.step)}
    >
      {shown !== null && <Ridgeline probe="activation_histogram" node={shown} />}
    </View>
  );
}

/** Gradient norm by layer. */
export function FlowView() {
  const { nodes, selected, step } = useFlowNodes();
  return (
    <View
      title="Gradient flow"
      subtitle="norm by layer, log"
      aside={step === null ? null : `step ${count(step)}`}
      isMeasured={step !== null}
      empty="How much gradient arrives at each layer with weights appears here. Press play."
    >
      <GradientFlow nodes={nodes} selected={selected} />
    </View>
  );
}
