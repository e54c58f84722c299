import { decimal } from "@/draw/format";
import { shownEnd } from "@/draw/descentMap";
import { useDescents } from "@/state/descents";
import { formatCount } from "@/ui";
import { useWords } from "@/words";
import styles from "./Descents.module.css";
import { LineMark } from "./LineMark";
import type { Found, MeasuredWay } from "./useWays";

/** What each descent came to: the picture in figures. */
export function Outcomes({ found: { ways } }: { found: Found }) {
  const say = useWords("descents");
  const step = useDescents(({ shown }) => shown);
  if (ways.length === 0) {
    return (
      <section className={styles.outcomes} aria-label={say("outcomes")}>
        <p className={styles.absent}>{say("nobody")}</p>
      </section>
    );
  }
  return (
    <section className={styles.outcomes} aria-label={say("outcomes")} tabIndex={0}>
      <table className={styles.table} data-testid="descents-outcomes">
        <thead>
          <tr>
            <th scope="col">{say("column.optimizer")}</th>
            <th scope="col" className={styles.figure}>
              {say("column.now", { step: formatCount(step) })}
            </th>
            <th scope="col" className={styles.figure}>
              {say("column.final")}
            </th>
            <th scope="col" className={styles.figure} title={say("column.distanceHint")}>
              {say("column.distance")}
            </th>
            <th scope="col" className={styles.figure}>
              {say("column.taken")}
            </th>
            <th scope="col" className={styles.figure} title={say("column.evaluationsHint")}>
              {say("column.evaluations")}
            </th>
            <th scope="col">{say("column.end")}</th>
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <OutcomeRow key={way.kind} way={way} step={step} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OutcomeRow({ way, step }: { way: MeasuredWay; step: number }) {
  const say = useWords("descents");
  const { path } = way;
  const figures = {
    now: decimal(path.value[shownEnd(way, step)] ?? NaN),
    final: decimal(path.value.at(-1) ?? NaN),
    distance: path.distance === null ? say("noMinimum") : decimal(path.distance),
    taken: formatCount(path.end.steps),
    evaluations: formatCount(path.evaluations),
  };
  return (
    <tr data-testid={`descents-outcome-${way.kind}`} data-end={path.end.code}>
      <th scope="row">
        <span className={styles.tick}>
          <LineMark line={way.line} />
          {way.title}
        </span>
      </th>
      {Object.entries(figures).map(([name, figure]) => (
        <td key={name} className={styles.figure} data-column={name}>
          {figure}
        </td>
      ))}
      <td title={path.end.reason}>{say(`end.${path.end.code}`)}</td>
    </tr>
  );
}
