import { DataSettings } from "./DataSettings";
import { EarlyStoppingSettings } from "./EarlyStoppingSettings";
import { LossSettings } from "./LossSettings";
import { NameSettings } from "./NameSettings";
import { OptimizerSettings } from "./OptimizerSettings";
import styles from "./settings.module.css";
import { EngineSettings, TrainingSettings } from "./TrainingSettings";

/** Everything of a run but its network. */
export function RunSettings() {
  return (
    <div className={styles.settings}>
      <NameSettings />
      <DataSettings />
      <LossSettings />
      <OptimizerSettings />
      <TrainingSettings />
      <EarlyStoppingSettings />
      <EngineSettings />
    </div>
  );
}
