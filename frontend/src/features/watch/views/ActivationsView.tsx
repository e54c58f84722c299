import { useCallback } from "react";
import { count } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import { Figures } from "../Figures";
import { CurrentHistogram } from "../figures/CurrentHistogram";
import { countedRow, countsNote, histogramRows, histogramSentence } from "../histogramRows";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { View } from "../View";
import { useShownNode } from "../watchedNodes";
import { LayerRidgeline } from "./OverviewView";
import styles from "./views.module.css";

/** What the selected layer puts out: over time, now, and in figures. */
export function ActivationsView() {
  const { shown } = useShownNode(() => true);
  const id = shown?.id ?? "";
  const latest = useMeasured(
    probes,
    useCallback(() => probes.histogram("activation_histogram", id), [id]),
  );
  const isMeasured = latest !== null;
  return (
    <div className={styles.layer}>
      <div className={styles.cell}>
        <LayerRidgeline />
      </div>
      <div className={styles.cell}>
        <View
          title="Now"
          subtitle={countsNote(latest)}
          aside={latest === null ? null : `step ${count(latest.step)}`}
          isMeasured={isMeasured}
          empty="The newest histogram, with the value under the pointer, appears here."
          summary={
            latest === null ? null : histogramSentence(`Outputs of ${id}`, latest, latest.step)
          }
        >
          {shown !== null && <CurrentHistogram probe="activation_histogram" node={shown} />}
        </View>
      </div>
      <div className={styles.cell}>
        <View
          title="Figures"
          isMeasured={isMeasured}
          empty="Mean, spread and shares of the outputs appear here."
        >
          {latest !== null && (
            <Figures
              rows={[...histogramRows(latest), ...countedRow(latest)]}
              testId="activation-figures"
            />
          )}
        </View>
      </div>
    </div>
  );
}
