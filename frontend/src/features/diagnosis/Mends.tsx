import type { RunFinding } from "@/contracts";
import { applyToDocument, canApply, tryBeside } from "@/state/diagnosis";
import { useSpec } from "@/state/document";
import { useRun } from "@/state/telemetry/runStore";
import { useWords } from "@/words";
import styles from "./Diagnosis.module.css";

/** What mends a finding: at once, or first tried beside the network as it is. */
export function Mends({ finding }: { finding: RunFinding }) {
  const say = useWords("diagnosis");
  const run = useRun((state) => state.run);
  const fits = useSpec((spec) => canApply(run, spec));
  if (run === null || finding.mends.length === 0) return null;
  return (
    <ul className={styles.mends} aria-label={say("mends")}>
      {finding.mends.map((mend) => (
        <li key={mend.title} className={styles.mend} data-testid={`mend-${mend.code}`}>
          <span className={styles.mendTitle}>{mend.title}</span>
          <button
            type="button"
            className={styles.act}
            disabled={!fits}
            title={fits ? undefined : say("changed")}
            aria-label={say("applyLabel", { mend: mend.title })}
            onClick={() => {
              applyToDocument(run, mend);
            }}
          >
            {say("apply")}
          </button>
          <button
            type="button"
            className={styles.act}
            aria-label={say("besideLabel", { mend: mend.title })}
            onClick={() => {
              tryBeside(run, mend);
            }}
          >
            {say("beside")}
          </button>
        </li>
      ))}
    </ul>
  );
}
