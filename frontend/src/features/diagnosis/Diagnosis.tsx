import { useMemo } from "react";
import { count } from "@/draw/format";
import { useCatalog } from "@/state/document";
import { useRun } from "@/state/telemetry/runStore";
import { useWords } from "@/words";
import styles from "./Diagnosis.module.css";
import { FindingCard } from "./FindingCard";

/** Everything that was found wrong and holds; where nothing was, what was looked for. */
export function Diagnosis() {
  const say = useWords("diagnosis");
  const findings = useRun((state) => state.findings);
  return (
    <section className={styles.view} tabIndex={0} aria-label={say("label")} data-testid="diagnosis">
      {findings.length === 0 ? (
        <Nothing />
      ) : (
        <ul className={styles.list}>
          {findings.map((finding) => (
            <li key={finding.id}>
              <FindingCard finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Nothing() {
  const say = useWords("diagnosis");
  const sayWatch = useWords("watch");
  const run = useRun((state) => state.run);
  const step = useRun((state) => state.latest.step);
  const catalog = useCatalog((state) => state.catalog);
  const rules = useMemo(
    () => (catalog?.diagnoses ?? []).map(({ title }) => title).join(sayWatch("comma")),
    [catalog, sayWatch],
  );
  return (
    <div
      className={styles.nothing}
      data-testid="diagnosis-none"
      data-step={run === null ? undefined : (step ?? 0)}
    >
      <p>{run === null ? say("empty") : say("none", { step: count(step ?? run.step) })}</p>
      <p className={styles.looked}>{say("looked", { rules })}</p>
    </div>
  );
}
