import { useCallback, useState } from "react";
import { count } from "@/draw/format";
import { nodeCheck, useCheck } from "@/state/document";
import { probes } from "@/state/telemetry/measurements";
import type { HistogramProbeName } from "@/transport/messages";
import { formatShape } from "@/ui";
import { useWords } from "@/words";
import controls from "../controls.module.css";
import { CurrentHistogram } from "../figures/CurrentHistogram";
import { Ridgeline } from "../figures/Ridgeline";
import { countsNote, histogramSentence, histogramSubject, sampleSize } from "../histogramRows";
import { NodePicker } from "../NodePicker";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { histogramTable } from "../saving/tables";
import { View } from "../View";
import { hasWeights, useShownNode, type WatchedNode } from "../watchedNodes";
import styles from "./views.module.css";

/** The weights of the selected layer over time and now, and their gradients. */
export function WeightsView() {
  const say = useWords("watch");
  const { shown, choices } = useShownNode(hasWeights);
  const shapes = useCheck((state) => nodeCheck(state, shown?.id ?? "")?.parameter_shapes);
  const names = Object.keys(shapes ?? {});
  const [wanted, setWanted] = useState("weight");
  const parameter = names.includes(wanted) ? wanted : (names[0] ?? "weight");
  if (shown === null) {
    return (
      <View
        title={say("weights.title")}
        isMeasured={false}
        isExpected={false}
        empty={say("weights.none")}
      >
        {null}
      </View>
    );
  }
  return (
    <div className={styles.thirds}>
      <div className={styles.cell}>
        <ParameterView
          title={<NodePicker shown={shown} choices={choices} />}
          tools={
            names.length > 1 && (
              <span
                className={controls.switch}
                role="group"
                aria-label={say("weights.parameterShown")}
              >
                {names.map((name) => (
                  <button
                    key={name}
                    type="button"
                    aria-pressed={name === parameter}
                    title={formatShape(shapes?.[name] ?? [])}
                    onClick={() => {
                      setWanted(name);
                    }}
                  >
                    {name}
                  </button>
                ))}
              </span>
            )
          }
          probe="weight_histogram"
          node={shown}
          parameter={parameter}
          isOverTime
        />
      </div>
      <div className={styles.cell}>
        <ParameterView
          title={say("now")}
          probe="weight_histogram"
          node={shown}
          parameter={parameter}
        />
      </div>
      <div className={styles.cell}>
        <ParameterView
          title={say("weights.gradient")}
          subtitle={say("weights.gradientOf", { parameter })}
          probe="gradient_histogram"
          node={shown}
          parameter={parameter}
        />
      </div>
    </div>
  );
}

function ParameterView({
  title,
  subtitle,
  tools,
  probe,
  node,
  parameter,
  isOverTime = false,
}: {
  title: React.ReactNode;
  subtitle?: string;
  tools?: React.ReactNode;
  probe: HistogramProbeName;
  node: WatchedNode;
  parameter: string;
  isOverTime?: boolean;
}) {
  const say = useWords("watch");
  const subject = histogramSubject(probe, node.id, parameter, say);
  const latest = useMeasured(
    probes,
    useCallback(() => probes.histogram(probe, node.id, parameter), [probe, node.id, parameter]),
  );
  const Picture = isOverTime ? Ridgeline : CurrentHistogram;
  return (
    <View
      title={title}
      subtitle={subtitle ?? (isOverTime ? undefined : countsNote(latest, say))}
      tools={tools}
      aside={
        latest === null
          ? null
          : isOverTime
            ? sampleSize(latest, say)
            : say("step", { step: count(latest.step) })
      }
      isMeasured={latest !== null}
      figures={{
        name: `${probe === "weight_histogram" ? "weights" : "weight-gradients"}${isOverTime ? "-over-time" : ""}`,
        caption: say(isOverTime ? "histogram.overTime" : "histogram.newest", { subject }),
        read: () =>
          histogramTable(
            isOverTime
              ? probes.histogramHistory(probe, node.id, parameter)
              : [probes.histogram(probe, node.id, parameter)].filter((one) => one !== null),
          ),
      }}
      empty={say(isOverTime ? "weights.emptyOverTime" : "weights.empty", { subject })}
      summary={latest === null ? null : histogramSentence(subject, latest, latest.step, say)}
    >
      <Picture probe={probe} node={node} parameter={parameter} />
    </View>
  );
}
