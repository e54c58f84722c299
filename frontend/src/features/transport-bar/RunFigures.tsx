import { useSpec } from "@/state/document";
import { useRun } from "@/state/telemetry/runStore";
import { formatCount, formatShare } from "@/ui";
import { useWords } from "@/words";
import { Speed } from "./Speed";
import { StateMark } from "./StateMark";
import styles from "./TopBar.module.css";

/** How the run stands, in figures that keep their places. */
export function RunFigures() {
  const say = useWords("controls");
  const run = useRun((state) => state.run);
  const latest = useRun((state) => state.latest);
  const epochs = useSpec((spec) => spec.epochs) ?? 10;
  const engine = useSpec((spec) => spec.engine) ?? "scratch";
  const device = useSpec((spec) => spec.device) ?? "auto";
  const running = run?.state === "running";
  const total = run?.spec.epochs ?? epochs;
  const engineName = (run?.spec.engine ?? engine) === "scratch" ? "numpy" : "torch";

  return (
    <div className={styles.figures} role="status" aria-live="off" aria-label={say("figures.label")}>
      <StateMark />
      <Figure caption={say("figures.epoch")} width={2 * String(total).length + 6} testId="epoch">
        {(latest.epoch ?? 0).toFixed(2)} / {total}
      </Figure>
      <Figure caption={say("figures.step")} width={7} testId="step-count">
        {formatCount(latest.step ?? 0)}
      </Figure>
      <Figure caption={say("figures.accuracy")} width={6} testId="validation-accuracy">
        {latest.validationAccuracy === null ? "–" : formatShare(latest.validationAccuracy)}
      </Figure>
      <Speed stepsPerSecond={running ? latest.stepsPerSecond : null} />
      <Figure
        caption={say("figures.watching")}
        title={say("figures.watchingHint")}
        width={6}
        testId="telemetry-share"
      >
        {latest.telemetryShare === null ? "–" : formatShare(latest.telemetryShare)}
      </Figure>
      <Figure caption={say("figures.engine")} width={12} testId="engine">
        {engineName} · {run?.device ?? device}
      </Figure>
    </div>
  );
}

interface FigureProps {
  caption: string;
  /** In characters: the place that the figure keeps whatever it shows. */
  width: number;
  testId: string;
  title?: string;
  children: React.ReactNode;
}

function Figure({ caption, width, testId, title, children }: FigureProps) {
  return (
    <div className={styles.figure} title={title} style={{ minWidth: `${width}ch` }}>
      <b data-testid={testId}>{children}</b>
      <span>{caption}</span>
    </div>
  );
}
