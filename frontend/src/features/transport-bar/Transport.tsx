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
  stepEpoch,
  stop,
  togglePlay,
  usePlayback,
  useTraining,
} from "@/state/playback";
import { useRun } from "@/state/telemetry/runStore";
import { formatCount } from "@/ui";
import { useInWords, useWords } from "@/words";
import styles from "./TopBar.module.css";

const GOING = new Set(["queued", "starting", "running", "paused"]);

/** Reset, play or pause, step, stop, other weights. */
export function Transport() {
  const say = useWords("controls");
  const inWords = useInWords();
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
    <div className={styles.transport} role="group" aria-label={say("training")}>
      <Tool label={say("reset")} testId="reset" disabled={run === null} onClick={reset}>
        <IconRotate2 size={16} />
      </Tool>
      <Tooltip
        label={
          obstacle === null ? say(training ? "pauseHint" : "playHint") : inWords(obstacle.message)
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
          {say(training ? (wanted ? "waiting" : "pause") : "play")}
        </button>
      </Tooltip>
      <div className={styles.split}>
        <Tool
          label={say("oneStep")}
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
              aria-label={say("moreSteps")}
              disabled={blocked || training}
              data-testid="step-menu"
            >
              <IconChevronDown size={13} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item data-testid="step-1" onClick={() => void step(1)}>
              {say("steps", { count: 1 })}
            </Menu.Item>
            <Menu.Item data-testid="step-10" onClick={() => void step(10)}>
              {say("steps", { count: 10 })}
            </Menu.Item>
            <Menu.Item data-testid="step-epoch" onClick={() => void stepEpoch()}>
              {perEpoch === null
                ? say("epochUnknown")
                : say("epoch", { steps: formatCount(perEpoch) })}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Tool label={say("stop")} testId="stop" disabled={!going} onClick={stop}>
        <IconPlayerStopFilled size={15} />
      </Tool>
      <Tool
        label={say("reseed", { seed })}
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
