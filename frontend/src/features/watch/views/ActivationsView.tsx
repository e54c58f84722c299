import { useCallback } from "react";
import { count } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import { useWords } from "@/words";
import { Figures } from "../Figures";
import { CurrentHistogram } from "../figures/CurrentHistogram";
import { useMeasured } from "@/ui/canvas/useMeasured";
import {
  countedRow,
  countsNote,
  histogramRows,
  histogramSentence,
  histogramSubject,
} from "../histogramRows";
import { View } from "../View";
import { useShownNode } from "../watchedNodes";
import { LayerRidgeline } from "./OverviewView";
import styles from "./views.module.css";

/** What the selected layer puts out: over time, now, and in figures. */
export function ActivationsView() {
  const say = useWords("watch");
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
          title={say("now")}
          subtitle={countsNote(latest, say)}
          aside={latest === null ? null : say("step", { step: count(latest.step) })}
          isMeasured={isMeasured}
          empty={say("activations.nowEmpty")}
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
          {shown !== null && <CurrentHistogram probe="activation_histogram" node={shown} />}
        </View>
      </div>
      <div className={styles.cell}>
        <View
          title={say("activations.figures")}
          isMeasured={isMeasured}
          empty={say("activations.figuresEmpty")}
        >
          {latest !== null && (
            <Figures
              rows={[...histogramRows(latest, say), ...countedRow(latest, say)]}
              testId="activation-figures"
            />
          )}
        </View>
      </div>
    </div>
  );
}
