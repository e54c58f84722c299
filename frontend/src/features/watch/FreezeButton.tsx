import { IconSnowflake } from "@tabler/icons-react";
import { theRun } from "@/state/telemetry/theRun";
import { useRun } from "@/state/telemetry/runStore";
import { useWords } from "@/words";
import styles from "./Dock.module.css";

/** Holds every view at this moment while training goes on. */
export function FreezeButton() {
  const say = useWords("watch");
  const hasRun = useRun(({ run }) => run !== null);
  const isFrozen = useRun(({ frozen }) => frozen !== null);
  return (
    <button
      type="button"
      className={styles.freeze}
      aria-pressed={isFrozen}
      disabled={!hasRun}
      title={say(isFrozen ? "freeze.end" : "freeze.hint")}
      data-testid="freeze"
      onClick={() => {
        if (isFrozen) theRun.thaw();
        else theRun.freeze();
      }}
    >
      <IconSnowflake size={14} aria-hidden />
      <span>{say("freeze.label")}</span>
    </button>
  );
}
