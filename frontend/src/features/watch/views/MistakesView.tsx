import { useCallback } from "react";
import { largest } from "@/draw/array";
import { precisions, recalls } from "@/draw/confusion";
import { count, share } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import type { ConfusionProbe } from "@/transport/lookingProbes";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { type Say, useWords } from "@/words";
import { classNamed, useClassNames } from "../classNames";
import { ConfusionPicture } from "../figures/ConfusionPicture";
import { HardestSamples } from "../figures/HardestSamples";
import { useLogarithmic } from "../preferences";
import { confusionTable, worstTable } from "../saving/lookingTables";
import { ScaleSwitch } from "../ScaleSwitch";
import { View } from "../View";
import { useValidates } from "../validates";
import views from "./views.module.css";

/** Which classes are taken for which, and which samples the network finds hardest. */
export default function MistakesView() {
  return (
    <div className={views.halves}>
      <div className={views.cell}>
        <ConfusionView />
      </div>
      <div className={views.cell}>
        <HardestView />
      </div>
    </div>
  );
}

/** "At step 540, 512 of 540 are right. 3: recall 98.0 %, precision 96.1 %; …" */
function describe(probe: ConfusionProbe, names: readonly string[], say: Say<"watch">): string {
  const { classes, counts, samples, step } = probe;
  const right = Array.from({ length: classes }, (_, one) => counts[one * classes + one] ?? 0);
  const [recall, precision] = [recalls(probe), precisions(probe)];
  const figures = right.map((_, index) =>
    say("confusion.class", {
      name: classNamed(names, index),
      recall: share(recall[index] ?? NaN),
      precision: share(precision[index] ?? NaN),
    }),
  );
  return say("confusion.summary", {
    step: count(step),
    right: count(right.reduce((sum, one) => sum + one, 0)),
    samples: count(samples),
    classes: figures.join(say("comma")),
  });
}

function ConfusionView() {
  const say = useWords("watch");
  const names = useClassNames();
  const isLogarithmic = useLogarithmic("confusion");
  const isValidated = useValidates();
  const probe = useMeasured(
    probes,
    useCallback(() => probes.ofNetwork("confusion"), []),
  );
  return (
    <View
      title={say("confusion.title")}
      subtitle={say("confusion.unit", { most: count(largest(probe?.counts ?? [], 0)) })}
      tools={<ScaleSwitch of="confusion" />}
      aside={probe === null ? null : say("step", { step: count(probe.step) })}
      isMeasured={probe !== null}
      isExpected={isValidated}
      empty={say(isValidated ? "confusion.empty" : "confusion.none")}
      figures={{
        name: "confusion",
        caption: say("confusion.title"),
        read: () => confusionTable(probes.ofNetwork("confusion")),
      }}
      summary={probe === null ? null : describe(probe, names, say)}
    >
      {probe !== null && <ConfusionPicture names={names} isLogarithmic={isLogarithmic} />}
    </View>
  );
}

function HardestView() {
  const say = useWords("watch");
  const isValidated = useValidates();
  const probe = useMeasured(
    probes,
    useCallback(() => probes.ofNetwork("worst_samples"), []),
  );
  return (
    <View
      title={say("hardest.title")}
      subtitle={say("hardest.unit")}
      aside={probe === null ? null : say("step", { step: count(probe.step) })}
      isMeasured={probe !== null}
      isExpected={isValidated}
      empty={say(isValidated ? "hardest.empty" : "confusion.none")}
      figures={{
        name: "hardest-samples",
        caption: say("hardest.title"),
        read: () => worstTable(probes.ofNetwork("worst_samples")),
      }}
    >
      {probe !== null && <HardestSamples probe={probe} />}
    </View>
  );
}
