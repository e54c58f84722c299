import { useWords } from "@/words";
import controls from "../controls.module.css";
import { ScalarView } from "../curves/ScalarView";
import {
  smoothingLimit,
  useLogarithmic,
  useWatchPreferences,
  watchPreferences,
} from "../preferences";
import { ScaleSwitch } from "../ScaleSwitch";
import styles from "./views.module.css";

/** Loss and accuracy, large. */
export function CurvesView() {
  const { smoothing } = useWatchPreferences();
  const isLogarithmic = useLogarithmic("loss");
  return (
    <div className={styles.halves}>
      <div className={styles.cell}>
        <ScalarView
          subject="loss"
          isLogarithmic={isLogarithmic}
          tools={<ScaleSwitch of="loss" />}
        />
      </div>
      <div className={styles.cell}>
        <ScalarView
          subject="accuracy"
          tools={
            <SmoothingSlider
              value={smoothing}
              onChange={(value) => {
                watchPreferences.setState({ smoothing: value });
              }}
            />
          }
        />
      </div>
    </div>
  );
}

/** Both curves are smoothed alike. */
function SmoothingSlider({
  value,
  onChange,
}: {
  value: number;
  onChange: (value: number) => void;
}) {
  const say = useWords("watch");
  return (
    <label className={controls.slider} title={say("curves.smoothingHint")}>
      {say("curves.smoothing")}
      <input
        type="range"
        min={0}
        max={smoothingLimit}
        step={0.01}
        value={value}
        onChange={(event) => {
          onChange(Number(event.currentTarget.value));
        }}
      />
      <output>{value.toFixed(2)}</output>
    </label>
  );
}
