import { useCallback } from "react";
import { count } from "@/draw/format";
import { useDocument } from "@/state/document";
import { probes } from "@/state/telemetry/measurements";
import type { SignalPropagationProbe } from "@/transport/lookingProbes";
import { readOnChange } from "@/ui/canvas/merge";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { useWords } from "@/words";
import controls from "../controls.module.css";
import { readSignal, signalOf, SignalPicture } from "../figures/SignalPicture";
import { useLogarithmic } from "../preferences";
import { signalTable } from "../saving/lookingTables";
import { ScaleSwitch } from "../ScaleSwitch";
import { View } from "../View";
import { useWatchedNodes } from "../watchedNodes";
import styles from "./SignalView.module.css";
import views from "./views.module.css";
import { useMemo } from "react";

/** Whether the signal keeps its strength on its way through the layers, and whether it should. */
export default function SignalView() {
  const say = useWords("watch");
  const nodes = useWatchedNodes();
  const selection = useDocument((state) => state.selection);
  const isLogarithmic = useLogarithmic("signal");
  const measured = useMeasured(
    probes,
    useMemo(() => readOnChange(probes, () => signalOf(nodes)), [nodes]),
  );
  const selected = measured.findLast(({ node }) => selection.includes(node)) ?? null;
  const step = measured.reduce<number | null>(
    (most, one) => Math.max(most ?? one.step, one.step),
    null,
  );
  const legend = (
    <span className={controls.legend}>
      <span className={controls.key}>
        <i className={styles.measured} />
        <span className={controls.word}>{say("signal.measured")}</span>
      </span>
      <span className={controls.key}>
        <i className={styles.predicted} />
        <span className={controls.word}>{say("signal.predicted")}</span>
      </span>
      {step !== null && say("step", { step: count(step) })}
    </span>
  );
  const read = useCallback(() => signalTable(signalOf(nodes)), [nodes]);
  return (
    <div className={styles.split}>
      <div className={views.cell}>
        <View
          title={say("signal.title")}
          subtitle={say("signal.unit")}
          tools={<ScaleSwitch of="signal" />}
          aside={legend}
          isMeasured={measured.length > 0}
          empty={say("signal.empty")}
          figures={{ name: "signal-propagation", caption: say("signal.label"), read }}
          summary={measured.map((one) => readSignal(one, say)).join("; ")}
        >
          <SignalPicture
            nodes={nodes}
            selected={selected?.node ?? null}
            isLogarithmic={isLogarithmic}
          />
        </View>
      </div>
      <div className={views.cell}>
        <Explanation probe={selected ?? measured[0] ?? null} />
      </div>
    </div>
  );
}

/** By which rule a layer's variance is predicted, and where that stands. */
function Explanation({ probe }: { probe: SignalPropagationProbe | null }) {
  const say = useWords("watch");
  return (
    <View
      title={probe === null ? say("signal.rule") : say("signal.ruleOf", { node: probe.node })}
      isMeasured={probe !== null}
      empty={say("signal.ruleEmpty")}
    >
      {probe !== null && (
        <div className={styles.rule} tabIndex={0} role="group" aria-label={say("signal.rule")}>
          <p>{readSignal(probe, say)}</p>
          <p>{say(`signal.rules.${probe.rule ?? "none"}`)}</p>
          {probe.source !== null && (
            <p className={styles.source} translate="no">
              {probe.source}
            </p>
          )}
        </div>
      )}
    </View>
  );
}
