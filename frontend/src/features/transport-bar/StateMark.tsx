import { Tooltip } from "@mantine/core";
import { useRun } from "@/state/telemetry/runStore";
import { useWords } from "@/words";
import styles from "./TopBar.module.css";

/** The state of the run in a word, and of the connection where it is not as it should be. */
export function StateMark() {
  const say = useWords("controls");
  const state = useRun((store) => store.run?.state ?? null);
  const reason = useRun((store) => store.run?.reason ?? null);
  const connection = useRun((store) => store.connection);
  const isAway = connection === "reconnecting" || connection === "lost";
  return (
    <Tooltip label={reason ?? ""} disabled={reason === null}>
      <div className={styles.figure} style={{ minWidth: "11ch" }}>
        <b className={styles.state} data-state={state ?? "ready"} data-testid="state">
          {say(`state.${state ?? "ready"}`)}
        </b>
        <span>{say(isAway ? `state.${connection}` : "state.caption")}</span>
      </div>
    </Tooltip>
  );
}
