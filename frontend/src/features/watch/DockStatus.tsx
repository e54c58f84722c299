import { count } from "@/draw/format";
import { type RunStoreState, useRun } from "@/state/telemetry/runStore";
import { type Say, useWords } from "@/words";
import styles from "./Dock.module.css";

type Tone = "quiet" | "live" | "warning" | "error";

interface Status {
  tone: Tone;
  step: string | null;
  word: string | null;
}

/** The run's state in a word or two; a dead connection comes first, since figures then stand still. */
function statusOf(
  {
    run,
    connection,
    latest,
    frozen,
  }: Pick<RunStoreState, "run" | "connection" | "latest" | "frozen">,
  say: Say<"watch">,
): Status {
  const nowhere = (word: string): Status => ({ tone: "quiet", step: null, word });
  if (run === null)
    return nowhere(say(connection === "connecting" ? "status.starting" : "status.none"));
  const step = say("step", { step: count(latest.step ?? run.step) });
  // A step alone is left out where room is short; the one that all views stand at is not.
  if (frozen !== null) {
    const at = count(frozen.step ?? run.step);
    return { tone: "quiet", step: null, word: say("status.frozenAt", { step: at }) };
  }
  if (connection === "reconnecting") {
    return { tone: "warning", step, word: say("status.reconnecting") };
  }
  if (connection === "lost") return { tone: "error", step, word: say("status.gone") };
  switch (run.state) {
    case "queued":
    case "starting":
      return nowhere(say(`status.${run.state}`));
    case "running":
      return { tone: "live", step, word: null };
    case "paused":
    case "finished":
    case "stopped":
      return { tone: "quiet", step, word: say(`status.${run.state}`) };
    case "diverged":
    case "failed":
    case "interrupted":
      return { tone: "error", step, word: say(`status.${run.state}`) };
  }
}

/** At the right of the tabs: which step the views stand at, and whether they are live. */
export function DockStatus() {
  const say = useWords("watch");
  const run = useRun((state) => state.run);
  const connection = useRun((state) => state.connection);
  const latest = useRun((state) => state.latest);
  const frozen = useRun((state) => state.frozen);
  const status = statusOf({ run, connection, latest, frozen }, say);
  const why = run?.error?.message ?? run?.reason ?? undefined;
  return (
    <span
      className={styles.status}
      data-tone={status.tone}
      data-says-more={status.word !== null}
      data-testid="dock-status"
      role="status"
      title={why}
    >
      <i className={styles.light} aria-hidden />
      {status.step !== null && (
        <span className={styles.step}>
          {status.step}
          {status.word !== null && " ·"}
        </span>
      )}
      {status.word !== null && <span>{status.word}</span>}
    </span>
  );
}
