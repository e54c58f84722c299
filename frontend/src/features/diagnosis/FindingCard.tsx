import type { RunFinding } from "@/contracts";
import { count, decimal } from "@/draw/format";
import { INPUT, select, useCatalog, useSpec } from "@/state/document";
import { useWords } from "@/words";
import styles from "./Diagnosis.module.css";
import { Mends } from "./Mends";

interface FindingCardProps {
  finding: RunFinding;
  /** Whether it stands in its node's own panel, and need not name it. */
  isAtNode?: boolean;
}

/** One finding: where, what was measured against what, why it matters, and what mends it. */
export function FindingCard({ finding, isAtNode = false }: FindingCardProps) {
  const say = useWords("diagnosis");
  const rule = useCatalog((state) =>
    state.catalog?.diagnoses.find((entry) => entry.rule === finding.rule),
  );
  const threshold = rule?.thresholds.find((one) => one.threshold === finding.threshold);
  return (
    <article
      className={styles.finding}
      data-testid={`finding-${finding.rule}`}
      data-node={finding.node}
      data-value={finding.value}
      data-limit={finding.limit}
      data-step={finding.step}
    >
      <header className={styles.head}>
        <h3 className={styles.title}>{rule?.title ?? finding.badge}</h3>
        {!isAtNode && <NodeButton node={finding.node} />}
      </header>
      <p className={styles.message}>{finding.message}</p>
      <dl className={styles.measure}>
        <div>
          <dt>{say("measured")}</dt>
          <dd className={styles.value}>{decimal(finding.value)}</dd>
        </div>
        <div>
          <dt>{say("limit")}</dt>
          <dd title={threshold && say("whyHere", { reason: threshold.reason })}>
            {say(threshold?.above === false ? "below" : "above", {
              limit: decimal(finding.limit),
            })}
          </dd>
        </div>
        <div className={styles.unit}>
          {say("of", {
            unit: threshold?.unit ?? finding.threshold,
            step: count(finding.step),
            since: count(finding.since),
          })}
        </div>
      </dl>
      <p>{finding.detail}</p>
      <p>
        <strong>{say("why")}</strong> {finding.why}
      </p>
      {rule !== undefined && (
        <p className={styles.source}>
          {say("source")} · {rule.source}
        </p>
      )}
      <Mends finding={finding} />
    </article>
  );
}

/** Selects the node, where the network on screen still has it. */
function NodeButton({ node }: { node: string }) {
  const say = useWords("diagnosis");
  const isThere = useSpec(
    (spec) => node === INPUT || spec.network.nodes.some(({ id }) => id === node),
  );
  return (
    <button
      type="button"
      className={styles.node}
      disabled={!isThere}
      title={say("select", { node })}
      onClick={() => {
        select(node);
      }}
    >
      {node}
    </button>
  );
}
