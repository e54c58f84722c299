import { useWords } from "@/words";
import controls from "../controls.module.css";
import { ScalarView } from "../curves/ScalarView";
import { smoothingLimit, useWatchPreferences, watchPreferences } from "../preferences";
import styles from "./views.module.css";

/** Loss and accuracy, large. */
export function CurvesView() {
  const { smoothing, isLossLogarithmic } = useWatchPreferences();
  return (
    <div className={styles.halves}>
      <div className={styles.cell}>
        <ScalarView
          subject="loss"
          isLogarithmic={isLossLogarithmic}
          tools={
            <ScaleSwitch
              isLogarithmic={isLossLogarithmic}
              onChange={(choice) => {
                watchPreferences.setState({ isLossLogarithmic: choice });
              }}
            />
          }
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

function ScaleSwitch({
  isLogarithmic,
  onChange,
}: {
  isLogarithmic: boolean;
  onChange: (isLogarithmic: boolean) => void;
}) {
  const say = useWords("watch");
  return (
    <span className={controls.switch} role="group" aria-label={say("curves.scale")}>
      {[false, true].map((choice) => (
        <button
          key={String(choice)}
          type="button"
          aria-pressed={isLogarithmic === choice}
          onClick={() => {
            onChange(choice);
          }}
        >
          {say(choice ? "curves.logarithmic" : "curves.linear")}
        </button>
      ))}
    </span>
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
