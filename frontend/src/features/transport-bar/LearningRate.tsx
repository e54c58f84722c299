import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useCatalog, useSpec } from "@/state/document";
import { learningRateOf, setLearningRate } from "@/state/playback";
import { NumberField, steppedRate } from "@/ui";
import { useWords } from "@/words";
import styles from "./TopBar.module.css";

const bounds = { minimum: null, maximum: 1000, exclusiveMinimum: 0, exclusiveMaximum: null };

/** The learning rate; a change takes effect in the run that trains. */
export function LearningRate() {
  const say = useWords("controls");
  const optimizer = useSpec((spec) => spec.optimizer);
  const entry = useCatalog((state) =>
    state.catalog?.optimizers.find((one) => one.kind === optimizer.kind),
  );
  const usual = entry?.defaults.learning_rate;
  const rate = learningRateOf({ optimizer }) ?? (typeof usual === "number" ? usual : null);

  function nudge(direction: 1 | -1): void {
    if (rate !== null) setLearningRate(steppedRate(rate, direction));
  }

  return (
    <div className={styles.rate} role="group" aria-label={say("rate.label")} data-testid="rate">
      <span className={styles.caption} aria-hidden>
        {say("rate.caption")}
      </span>
      <div className={styles.stepper}>
        <button
          type="button"
          aria-label={say("rate.lower")}
          data-testid="rate-down"
          onClick={() => {
            nudge(-1);
          }}
        >
          <IconMinus size={12} />
        </button>
        <NumberField
          className={styles.rateInput}
          label={say("rate.label")}
          value={rate}
          whole={false}
          logarithmic
          bounds={bounds}
          testId="field-live-learning_rate"
          onChange={(value) => {
            if (value !== null) setLearningRate(value);
          }}
        />
        <button
          type="button"
          aria-label={say("rate.raise")}
          data-testid="rate-up"
          onClick={() => {
            nudge(1);
          }}
        >
          <IconPlus size={12} />
        </button>
      </div>
    </div>
  );
}
