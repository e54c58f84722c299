import { useShallow } from "zustand/shallow";
import { useRun } from "@/state/telemetry/runStore";
import styles from "./Diagnosis.module.css";
import { FindingCard } from "./FindingCard";

/** What was found at one node. */
export function NodeFindings({ nodeId }: { nodeId: string }) {
  const findings = useRun(
    useShallow((state) => state.findings.filter(({ node }) => node === nodeId)),
  );
  if (findings.length === 0) return null;
  return (
    <div className={styles.atNode} data-testid="node-findings">
      {findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} isAtNode />
      ))}
    </div>
  );
}
