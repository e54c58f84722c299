import { useCallback, useMemo } from "react";
import { classColour, classShape } from "@/draw/classPalette";
import { count } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import { INPUT, useCatalog, useSpec } from "@/state/document";
import { useWords } from "@/words";
import { ScalarView } from "../curves/ScalarView";
import { MapList } from "../figures/MapList";
import type { UnitPlace } from "../figures/MapsPicture";
import { SurfacePicture } from "../figures/SurfacePicture";
import { pointsOf, useSamples } from "../samples";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { Pointed } from "@/ui/canvas/pointed";
import { unitsTable } from "../saving/lookingTables";
import { surfaceTable } from "../saving/tables";
import { View } from "../View";
import { useWatchedNodes } from "../watchedNodes";
import styles from "./DecisionView.module.css";
import views from "./views.module.css";

/** What the network answers at every point of the plane. */
export default function DecisionView() {
  const say = useWords("watch");
  const pointed = useMemo(() => new Pointed<UnitPlace>(), []);
  const samples = useSamples();
  const dataset = useSpec((spec) => spec.data.dataset);
  const title = useCatalog(
    ({ catalog }) => catalog?.datasets.find(({ kind }) => kind === dataset)?.title,
  );
  const points = useMemo(() => (samples === null ? null : pointsOf(samples)), [samples]);
  const surface = useMeasured(
    probes,
    useCallback(() => probes.decisionSurface(), []),
  );
  const isFlat = samples === null || points !== null;
  const view = (
    <View
      title={say("decision.title")}
      subtitle={say("decision.unit")}
      aside={surface === null ? null : say("step", { step: count(surface.step) })}
      isMeasured={surface !== null}
      isExpected={isFlat}
      figures={{
        name: "decision-surface",
        caption: say("decision.label"),
        read: () => surfaceTable(probes.decisionSurface()),
      }}
      empty={
        isFlat
          ? say("decision.empty")
          : say("decision.otherData", {
              dataset: title ?? dataset,
              shape: samples.input_shape.join("×"),
            })
      }
    >
      <div className={styles.split}>
        <div className={styles.plane}>
          <SurfacePicture
            points={points ?? noPoints}
            classes={samples?.classes ?? noClasses}
            pointed={pointed}
          />
        </div>
        {surface !== null && (
          <Legend
            classes={Array.from(
              { length: surface.shape[0] },
              (_, index) => samples?.classes[index] ?? String(index),
            )}
          />
        )}
      </div>
    </View>
  );
  // The curve beside it tells when a border moved; data without a plane has no use for what is beside.
  if (!isFlat) return view;
  return (
    <div className={views.thirds}>
      <div className={views.cell}>{view}</div>
      <div className={views.cell}>
        <UnitsView pointed={pointed} />
      </div>
      <div className={views.cell}>
        <ScalarView subject="loss" />
      </div>
    </div>
  );
}

/** What each unit of each layer puts out over the plane; pointed at, it stands in the large picture. */
function UnitsView({ pointed }: { pointed: Pointed<UnitPlace> }) {
  const say = useWords("watch");
  const all = useWatchedNodes();
  const nodes = useMemo(() => all.filter(({ id }) => id !== INPUT), [all]);
  const step = useMeasured(
    probes,
    useCallback(() => probes.ofNetwork("unit_surfaces")?.step ?? null, []),
  );
  return (
    <View
      title={say("units.title")}
      subtitle={say("units.unit")}
      aside={step === null ? null : say("step", { step: count(step) })}
      isMeasured={step !== null}
      empty={say("units.empty")}
      figures={{
        name: "unit-surfaces",
        caption: say("units.title"),
        read: () => unitsTable(nodes.flatMap(({ id }) => probes.latest("unit_surfaces", id) ?? [])),
      }}
    >
      {step !== null && <MapList probe="unit_surfaces" nodes={nodes} pointed={pointed} />}
    </View>
  );
}

const noPoints: readonly [] = [];
const noClasses: readonly [] = [];

const shapes = {
  circle: <circle cx="6" cy="6" r="4.5" />,
  square: <rect x="2" y="2" width="8" height="8" />,
  triangle: <path d="M6 1 11 10H1Z" />,
  diamond: <path d="M6 0.5 11 6 6 11.5 1 6Z" />,
};

function Legend({ classes }: { classes: readonly string[] }) {
  const say = useWords("watch");
  return (
    <ul className={styles.legend} aria-label={say("decision.classes")}>
      {classes.map((name, index) => (
        <li key={name}>
          <svg viewBox="0 0 12 12" width="12" height="12" fill={classColour(index)} aria-hidden>
            {shapes[classShape(index)]}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
