import { IconAlertCircle, IconAlertTriangle, IconInfoCircle, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Run } from "@/contracts";
import { select, useCheck } from "@/state/document";
import { type Obstacle, obstacleIn, usePlayback } from "@/state/playback";
import { runStore, useRun } from "@/state/telemetry/runStore";
import { type Announcement, dismiss, useAnnouncement } from "./announcements";
import styles from "./app.module.css";

interface Line {
  level: "info" | "warning" | "error";
  message: string;
  hint?: string | null;
  node?: string | null;
  close?: () => void;
}

/** The one thing that a person should know now, over the graph so that nothing moves; else `otherwise`. */
export function StatusLine({ otherwise }: { otherwise: ReactNode }) {
  const announcement = useAnnouncement();
  const check = useCheck((state) => state);
  const run = useRun((state) => state.run);
  const message = useRun((state) => state.message);
  const connection = useRun((state) => state.connection);
  const wanted = usePlayback((state) => state.wanted);
  const changed = usePlayback((state) => state.changed);
  const line =
    lineAboutPage(announcement) ??
    lineAboutCheck(check.pending && check.problem === null ? null : obstacleIn(check), wanted) ??
    lineAboutRun(run, message, connection) ??
    (changed === null ? null : { level: "info" as const, message: changed });

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
  return (
    <div className={styles.statusPlace} role={line.level === "error" ? "alert" : "status"}>
      <div className={styles.status} data-level={line.level} data-testid="status-line">
        <Icon size={15} aria-hidden />
        <span title={[line.message, line.hint].filter(Boolean).join(" ")}>
          <strong>{line.message}</strong> {line.hint}
        </span>
        {node != null && (
          <button
            type="button"
            onClick={() => {
              select(node);
            }}
          >
            Show {node}
          </button>
        )}
        {line.close !== undefined && (
          <button type="button" aria-label="Close this message" onClick={line.close}>
            <IconX size={14} />
          </button>
        )}
      </div>
    </div>
  );
}

function lineAboutPage(announcement: Announcement | null): Line | null {
  return announcement === null ? null : { level: "warning", close: dismiss, ...announcement };
}

function lineAboutCheck(obstacle: Obstacle | null, wanted: boolean): Line | null {
  if (obstacle === null) return null;
  const more = obstacle.count > 1 ? ` And ${obstacle.count - 1} more.` : "";
  const then = wanted ? " Training goes on once it is mended." : "";
  return {
    level: "error",
    message: obstacle.message,
    hint: `${obstacle.hint ?? ""}${more}${then}`,
    node: obstacle.node,
  };
}

const ENDED: Partial<Record<Run["state"], { level: Line["level"]; words: string; mend: string }>> =
  {
    failed: { level: "error", words: "The run failed", mend: "Reset builds it again." },
    diverged: {
      level: "warning",
      words: "The run diverged",
      mend: "Lower the learning rate, or change the initializer, and press play.",
    },
    interrupted: {
      level: "warning",
      words: "The run was interrupted",
      mend: "Press play to train it again from step 0.",
    },
    stopped: { level: "info", words: "Stopped", mend: "Press play to train it again from step 0." },
  };

function lineAboutRun(run: Run | null, message: string | null, connection: string): Line | null {
  if (message !== null) {
    return {
      level: "error",
      message,
      close: () => {
        runStore.setState({ message: null });
      },
    };
  }
  if (connection === "reconnecting") {
    return {
      level: "warning",
      message: "The connection to the server is lost.",
      hint: "It is tried again; what was measured meanwhile comes then.",
    };
  }
  const ended = run === null ? undefined : ENDED[run.state];
  if (run === null || ended === undefined) return null;
  const why = run.error?.message ?? run.reason;
  return {
    level: ended.level,
    message: why == null || why === "" ? `${ended.words}.` : why,
    hint: run.error?.hint ?? ended.mend,
    node: run.error?.node ?? null,
  };
}
