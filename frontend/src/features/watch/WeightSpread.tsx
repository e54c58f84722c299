import { useCallback } from "react";
import type { ParameterStart } from "@/contracts";
import { count, threeFigures } from "@/draw/format";
import { entriesOf, nodeCheck, useCatalog, useCheck } from "@/state/document";
import { probes } from "@/state/telemetry/measurements";
import { useRun } from "@/state/telemetry/runStore";
import type { HistogramProbe } from "@/transport/messages";
import { useWords } from "@/words";
import { useMeasured } from "@/ui/canvas/useMeasured";
import styles from "./WeightSpread.module.css";

/** The spread that each drawn tensor's initializer promises, beside the measured one: before training and now. */
export function WeightSpread({ nodeId }: { nodeId: string }) {
  const say = useWords("theory");
  const starts = useCheck((state) => nodeCheck(state, nodeId)?.starts);
  const catalog = useCatalog((state) => state.catalog);
  const startsElsewhere = useRun(({ run }) => run?.spec.initial_weights != null);
  const drawn = Object.entries(starts ?? {}).filter(([, { initializer }]) => initializer !== null);
  if (drawn.length === 0) return null;
  const titleOf = (kind: string | null): string =>
    entriesOf(catalog, "initializers").find((entry) => entry.kind === kind)?.title ?? kind ?? "";
  return (
    <div className={styles.spread} data-testid="weight-spread">
      <h3 className={styles.title}>{say("spread.title")}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say("spread.parameter")}</th>
            <th scope="col">{say("spread.promised")}</th>
            <th scope="col">{say("spread.first")}</th>
            <th scope="col">{say("spread.now")}</th>
          </tr>
        </thead>
        <tbody>
          {drawn.map(([name, start]) => (
            <Row key={name} node={nodeId} parameter={name} start={start} />
          ))}
        </tbody>
      </table>
      {drawn.map(([name, start]) => (
        <p key={name} className={styles.note}>
          {say("spread.source", {
            initializer: titleOf(start.initializer),
            fanIn: count(start.fan_in),
            fanOut: count(start.fan_out),
          })}
        </p>
      ))}
      {startsElsewhere && <p className={styles.note}>{say("spread.otherWeights")}</p>}
    </div>
  );
}

function Row({
  node,
  parameter,
  start,
}: {
  node: string;
  parameter: string;
  start: ParameterStart;
}) {
  const first = useMeasured(
    probes,
    useCallback(
      () => probes.initialHistogram("weight_histogram", node, parameter),
      [node, parameter],
    ),
  );
  const now = useMeasured(
    probes,
    useCallback(() => probes.histogram("weight_histogram", node, parameter), [node, parameter]),
  );
  return (
    <tr data-parameter={parameter}>
      <th scope="row">{parameter}</th>
      <td data-testid="spread-promised">{threeFigures(start.std)}</td>
      <Measured histogram={first} testId="spread-first" />
      <Measured histogram={now} testId="spread-now" />
    </tr>
  );
}

/** A dash says that nothing was measured, and a reader of screens hears it in words. */
function Measured({ histogram, testId }: { histogram: HistogramProbe | null; testId: string }) {
  const say = useWords("theory");
  const std = histogram?.std ?? null;
  return (
    <td data-testid={testId}>
      {std === null ? <span aria-label={say("spread.notMeasured")}>–</span> : threeFigures(std)}
    </td>
  );
}
