import { useRun } from "@/state/telemetry/runStore";
import { useWords } from "@/words";
import styles from "./Diagnosis.module.css";

/** What stands on the tab: its name, and how much was found. */
export function DiagnosisTab() {
  const say = useWords("diagnosis");
  const count = useRun((state) => state.findings.length);
  return (
    <>
      {say("tab")}
      <span
        className={styles.count}
        data-none={count === 0}
        data-testid="diagnosis-count"
        aria-hidden
      >
        {count}
      </span>
      {count > 0 && <span className="visually-hidden">{say("count", { count })}</span>}
    </>
  );
}
