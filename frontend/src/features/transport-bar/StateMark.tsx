import { Tooltip } from "@mantine/core";
import { useRun } from "@/state/telemetry/runStore";
import styles from "./TopBar.module.css";

const WORDS: Record<string, string> = {
  queued: "queued",
  starting: "starting",
  running: "training",
  paused: "paused",
  finished: "finished",
  stopped: "stopped",
  diverged: "diverged",
  failed: "failed",
  interrupted: "interrupted",
};

/** The state of the run in a word, and of the connection where it is not as it should be. */
export function StateMark() {
  const state = useRun((store) => store.run?.state ?? null);
  const reason = useRun((store) => store.run?.reason ?? null);
  const connection = useRun((store) => store.connection);
  const away = connection === "reconnecting" || connection === "lost";
  const word = state === null ? "ready" : (WORDS[state] ?? state);
  return (
    <Tooltip label={reason ?? ""} disabled={reason === null}>
      <div className={styles.figure} style={{ minWidth: "11ch" }}>
        <b className={styles.state} data-state={state ?? "ready"} data-testid="state">
          {word}
        </b>
        <span>{away ? (connection === "lost" ? "connection lost" : "reconnecting…") : "run"}</span>
      </div>
    </Tooltip>
  );
}
