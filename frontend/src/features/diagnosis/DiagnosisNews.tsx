import { useRun } from "@/state/telemetry/runStore";
import { useWords } from "@/words";

/** Tells those who do not see the page that something was found, or is over. */
export function DiagnosisNews() {
  const say = useWords("diagnosis");
  const count = useRun((state) => state.findings.length);
  const messages = useRun((state) =>
    state.findings.map(({ node, message }) => `${node}: ${message}`).join(" "),
  );
  return (
    <p className="visually-hidden" role="status" aria-live="polite" data-testid="diagnosis-news">
      {count > 0 && `${say("announced", { count })} ${messages}`}
    </p>
  );
}
