import { IconAlertCircle, IconAlertTriangle, IconInfoCircle, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Mend, Run } from "@/contracts";
import { mend, select, useCheck } from "@/state/document";
import { type Obstacle, obstacleIn, usePlayback } from "@/state/playback";
import { runStore, useRun } from "@/state/telemetry/runStore";
import { inWords, type Say, type Trouble, useInWords, useWords } from "@/words";
import { dismiss, useAnnouncement } from "@/state/announcements";
import styles from "./app.module.css";

interface Line extends Trouble {
  level: "info" | "warning" | "error";
  node?: string | null;
  /** What would make it go, at a click. */
  mend?: Mend | undefined;
  close?: () => void;
}

/** The one thing that a person should know now, over the graph so that nothing moves; else `otherwise`. */
export function StatusLine({ otherwise }: { otherwise: ReactNode }) {
  const say = useWords("app");
  const inWords = useInWords();
  const announcement = useAnnouncement();
  const check = useCheck((state) => state);
  const run = useRun((state) => state.run);
  const trouble = useRun((state) => state.message);
  const connection = useRun((state) => state.connection);
  const wanted = usePlayback((state) => state.wanted);
  const changed = usePlayback((state) => state.changed);
  const line =
    lineAboutPage(announcement) ??
    lineAboutCheck(
      check.pending && check.problem === null ? null : obstacleIn(check),
      wanted,
      say,
    ) ??
    lineAboutRun(run, trouble, connection) ??
    (changed === null ? null : { level: "info" as const, message: changed, hint: null });

  if (line === null) {
    return (
      <div role="status" className={styles.statusPlace}>
        {otherwise}
      </div>
    );
  }
  const Icon = { info: IconInfoCircle, warning: IconAlertTriangle, error: IconAlertCircle }[
    line.level
  ];
  const { node } = line;
  const message = inWords(line.message);
  const hint = line.hint === null ? "" : inWords(line.hint);
  return (
    <div className={styles.statusPlace} role={line.level === "error" ? "alert" : "status"}>
      <div className={styles.status} data-level={line.level} data-testid="status-line">
        <Icon size={15} aria-hidden />
        <span title={`${message} ${hint}`.trim()}>
          <strong>{message}</strong> {hint}
        </span>
        {line.mend !== undefined && (
          <button
            type="button"
            data-testid="status-mend"
            onClick={() => {
              if (line.mend !== undefined) mend(line.mend);
            }}
          >
            {line.mend.title}
          </button>
        )}
        {node != null && (
          <button
            type="button"
            onClick={() => {
              select(node);
            }}
          >
            {say("status.show", { node })}
          </button>
        )}
        {line.close !== undefined && (
          <button type="button" aria-label={say("status.close")} onClick={line.close}>
            <IconX size={14} />
          </button>
        )}
      </div>
    </div>
  );
}

function lineAboutPage(announcement: Trouble | null): Line | null {
  return announcement === null ? null : { level: "warning", close: dismiss, ...announcement };
}

function lineAboutCheck(obstacle: Obstacle | null, wanted: boolean, say: Say<"app">): Line | null {
  if (obstacle === null) return null;
  const hints = [
    obstacle.hint === null ? "" : inWords(obstacle.hint),
    obstacle.count > 1 ? say("status.more", { others: obstacle.count - 1 }) : "",
    wanted ? say("status.then") : "",
  ];
  return {
    level: "error",
    message: obstacle.message,
    hint: hints.filter((hint) => hint !== "").join(" "),
    node: obstacle.node,
    mend: obstacle.mends[0],
  };
}

const ENDED = {
  failed: "error",
  diverged: "warning",
  interrupted: "warning",
  stopped: "info",
} as const;

function isEnded(state: Run["state"]): state is keyof typeof ENDED {
  return state in ENDED;
}

function lineAboutRun(run: Run | null, trouble: Trouble | null, connection: string): Line | null {
  if (trouble !== null) {
    return {
      level: "error",
      ...trouble,
      close: () => {
        runStore.setState({ message: null });
      },
    };
  }
  if (connection === "reconnecting") {
    return {
      level: "warning",
      message: { key: "app:status.reconnecting" },
      hint: { key: "app:status.reconnectingHint" },
    };
  }
  if (run === null || !isEnded(run.state)) return null;
  const why = run.error?.message ?? run.reason;
  return {
    level: ENDED[run.state],
    message: why == null || why === "" ? { key: `app:status.${run.state}` } : why,
    hint: run.error?.hint ?? { key: `app:status.${run.state}Hint` },
    node: run.error?.node ?? null,
  };
}
