import { Menu, Tooltip } from "@mantine/core";
import {
  IconChevronDown,
  IconDice5,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipForwardFilled,
  IconPlayerStopFilled,
  IconRotate2,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useCheck, useSpec } from "@/state/document";
import {
  obstacleIn,
  reseed,
  reset,
  step,
  stop,
  togglePlay,
  usePlayback,
  useTraining,
} from "@/state/playback";
import { useRun } from "@/state/telemetry/runStore";
import styles from "./TopBar.module.css";

const GOING = new Set(["queued", "starting", "running", "paused"]);

/** Reset, play or pause, step, stop, other weights. */
export function Transport() {
  const run = useRun((state) => state.run);
  const check = useCheck((state) => state);
  const wanted = usePlayback((state) => state.wanted);
  const training = useTraining();
  const seed = useSpec((spec) => spec.seed) ?? 0;
  const obstacle = obstacleIn(check);
  const going = run !== null && GOING.has(run.state);
  const blocked = obstacle !== null && !training;
  const perEpoch = run?.steps_per_epoch ?? null;

  return (
    <div className={styles.transport} role="group" aria-label="Training">
      <Tool
        label="Reset: the same weights, step 0"
        testId="reset"
        disabled={run === null}
        onClick={reset}
      >
        <IconRotate2 size={16} />
      </Tool>
      <Tooltip
        label={
          obstacle === null ? (training ? "Pause (Space)" : "Train (Space)") : obstacle.message
        }
      >
        <button
          type="button"
          className={styles.play}
          aria-disabled={blocked}
          data-testid={training ? "pause" : "play"}
          onClick={() => {
            if (!blocked) void togglePlay();
          }}
        >
          {training ? <IconPlayerPauseFilled size={15} /> : <IconPlayerPlayFilled size={15} />}
          {training ? (wanted ? "Waiting" : "Pause") : "Play"}
        </button>
      </Tooltip>
      <div className={styles.split}>
        <Tool
          label="One step (S)"
          testId="step"
          disabled={blocked || training}
          onClick={() => step(1)}
        >
          <IconPlayerSkipForwardFilled size={15} />
        </Tool>
        <Menu position="bottom-end" disabled={blocked || training}>
          <Menu.Target>
            <button
              type="button"
              className={styles.more}
              aria-label="More steps"
              disabled={blocked || training}
              data-testid="step-menu"
            >
              <IconChevronDown size={13} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item data-testid="step-1" onClick={() => void step(1)}>
              1 step
            </Menu.Item>
            <Menu.Item data-testid="step-10" onClick={() => void step(10)}>
              10 steps
            </Menu.Item>
            <Menu.Item
              data-testid="step-epoch"
              disabled={perEpoch === null}
              onClick={() => void step(perEpoch ?? 1)}
            >
              {perEpoch === null
                ? "One epoch (once the run is built)"
                : `One epoch (${perEpoch} steps)`}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Tool label="Stop" testId="stop" disabled={!going} onClick={stop}>
        <IconPlayerStopFilled size={15} />
      </Tool>
      <Tool
        label={`Re-seed: other weights, a new run. The seed is ${seed}.`}
        testId="reseed"
        onClick={() => {
          reseed();
        }}
      >
        <IconDice5 size={16} />
        <span className={styles.seed}>{seed}</span>
      </Tool>
    </div>
  );
}

interface ToolProps {
  label: string;
  testId: string;
  disabled?: boolean;
  onClick: () => unknown;
  children: ReactNode;
}

function Tool({ label, testId, disabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label} disabled={disabled}>
      <button
        type="button"
        className={styles.tool}
        aria-label={label}
        disabled={disabled}
        data-testid={testId}
        onClick={() => void onClick()}
      >
        {children}
      </button>
    </Tooltip>
  );
}
