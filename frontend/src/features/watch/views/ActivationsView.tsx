import { useCallback } from "react";
import { count } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import type { HistogramProbe } from "@/transport/messages";
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
import { figuresTable, histogramTable } from "../saving/tables";
import { View } from "../View";
import { useShownNode } from "../watchedNodes";
import { LayerRidgeline } from "./OverviewView";
import styles from "./views.module.css";

function newest(node: string): HistogramProbe[] {
  const probe = probes.histogram("activation_histogram", node);
  return probe === null ? [] : [probe];
}

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
          figures={{
            name: "outputs-now",
            caption: say("histogram.newest", {
              subject: histogramSubject("activation_histogram", id, null, say),
            }),
            read: () => histogramTable(newest(id)),
          }}
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
          figures={{
            name: "output-figures",
            caption: say("activations.figures"),
            read: () => figuresTable(newest(id)[0] ?? null),
            isPicture: false,
          }}
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
