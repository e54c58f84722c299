import { useCallback, useMemo } from "react";
import { classColour, classShape } from "@/draw/classPalette";
import { count } from "@/draw/format";
import { probes } from "@/state/telemetry/measurements";
import { useSpec } from "@/state/document";
import { ScalarView } from "../curves/ScalarView";
import { SurfacePicture } from "../figures/SurfacePicture";
import { pointsOf, useSamples } from "../samples";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { View } from "../View";
import styles from "./DecisionView.module.css";
import views from "./views.module.css";

/** What the network answers at every point of the plane. */
export function DecisionView() {
  const samples = useSamples();
  const dataset = useSpec((spec) => spec.data.dataset);
  const points = useMemo(() => (samples === null ? null : pointsOf(samples)), [samples]);
  const surface = useMeasured(
    probes,
    useCallback(() => probes.decisionSurface(), []),
  );
  const isFlat = samples === null || points !== null;
  const view = (
    <View
      title="Decision surface"
      subtitle="stronger where the network is surer; training data on top"
      aside={surface === null ? null : `step ${count(surface.step)}`}
      isMeasured={surface !== null}
      isExpected={isFlat}
      empty={
        isFlat
          ? "What the network answers at every point of the plane appears here. Press play."
          : `A decision surface needs data with two features, such as spiral or moons; ${dataset} has ${samples.input_shape.join("×")}. Choose other data to see one.`
      }
    >
      <div className={styles.split}>
        <div className={styles.plane}>
          <SurfacePicture points={points ?? noPoints} />
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
  // The curve beside it tells when a border moved; data without a plane has no use for either.
  if (!isFlat) return view;
  return (
    <div className={views.halves}>
      <div className={views.cell}>{view}</div>
      <div className={views.cell}>
        <ScalarView subject="loss" />
      </div>
    </div>
  );
}

const noPoints: readonly [] = [];

const shapes = {
  circle: <circle cx="6" cy="6" r="4.5" />,
  square: <rect x="2" y="2" width="8" height="8" />,
  triangle: <path d="M6 1 11 10H1Z" />,
  diamond: <path d="M6 0.5 11 6 6 11.5 1 6Z" />,
};

function Legend({ classes }: { classes: readonly string[] }) {
  return (
    <ul className={styles.legend} aria-label="Classes">
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
