import { Menu, Tooltip } from "@mantine/core";
import {
  IconArrowLeft,
  IconArrowBarToRight,
  IconChevronDown,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipForwardFilled,
  IconRotate2,
} from "@tabler/icons-react";
import {
  catchUp,
  closeArena,
  resetAll,
  stepAll,
  stepEpoch,
  toggleAll,
  useArena,
  useIsRacing,
  useRace,
} from "@/state/arena";
import { formatCount } from "@/ui";
import { useWords } from "@/words";
import { AddVariant } from "./AddVariant";
import styles from "./ArenaBar.module.css";
import { SetMenu } from "./SetMenu";

/** What is in the arena, the acts on all of it, and how it stands. */
export function ArenaBar() {
  const say = useWords("arena");
  const count = useArena(({ variants }) => variants.length);
  return (
    <header className={styles.bar}>
      <Tooltip label={say("back")}>
        <button
          type="button"
          className={styles.tool}
          aria-label={say("back")}
          data-testid="arena-close"
          onClick={closeArena}
        >
          <IconArrowLeft size={17} />
        </button>
      </Tooltip>
      <h2 className={styles.title}>{say("title")}</h2>
      <span className={styles.count} data-testid="arena-count">
        {say("variants", { count })}
      </span>
      <SetMenu />
      <AddVariant />
      <span className={styles.spring} />
      <Transport />
      <Standing />
    </header>
  );
}

function Transport() {
  const say = useWords("arena");
  const isRacing = useIsRacing();
  const isLevel = useRace((race) => race.isLevel);
  const furthest = useRace((race) => race.furthest);
  return (
    <div className={styles.transport} role="group" aria-label={say("transport.label")}>
      <Tooltip label={say("transport.reset")}>
        <button
          type="button"
          className={styles.tool}
          aria-label={say("transport.reset")}
          data-testid="arena-reset"
          onClick={() => void resetAll()}
        >
          <IconRotate2 size={16} />
        </button>
      </Tooltip>
      <Tooltip label={say(isRacing ? "transport.pauseHint" : "transport.playHint")}>
        <button
          type="button"
          className={styles.play}
          data-testid={isRacing ? "arena-pause" : "arena-play"}
          onClick={() => void toggleAll()}
        >
          {isRacing ? <IconPlayerPauseFilled size={15} /> : <IconPlayerPlayFilled size={15} />}
          {say(isRacing ? "transport.pause" : "transport.play")}
        </button>
      </Tooltip>
      <span className={styles.split}>
        <Tooltip label={say("transport.step")}>
          <button
            type="button"
            className={styles.tool}
            aria-label={say("transport.step")}
            disabled={isRacing}
            data-testid="arena-step"
            onClick={() => void stepAll(1)}
          >
            <IconPlayerSkipForwardFilled size={15} />
          </button>
        </Tooltip>
        <Menu position="bottom-end" disabled={isRacing}>
          <Menu.Target>
            <button
              type="button"
              className={styles.more}
              aria-label={say("transport.moreSteps")}
              disabled={isRacing}
              data-testid="arena-step-menu"
            >
              <IconChevronDown size={13} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {[1, 10, 100].map((steps) => (
              <Menu.Item
                key={steps}
                data-testid={`arena-step-${steps}`}
                onClick={() => void stepAll(steps)}
              >
                {say("transport.steps", { count: steps })}
              </Menu.Item>
            ))}
            <Menu.Item data-testid="arena-step-epoch" onClick={() => void stepEpoch()}>
              {say("transport.epoch")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
      <Tooltip label={say("transport.catchUpHint", { step: formatCount(furthest) })}>
        <button
          type="button"
          className={styles.tool}
          disabled={isRacing || isLevel}
          data-testid="arena-catch-up"
          onClick={() => void catchUp()}
        >
          <IconArrowBarToRight size={15} />
          {say("transport.catchUp")}
        </button>
      </Tooltip>
    </div>
  );
}

/** How many variants stand where, in figures that keep their places. */
function Standing() {
  const say = useWords("arena");
  const standing = useRace((race) => race.standing);
  const furthest = useRace((race) => race.furthest);
  const shown = (["refused", "queued", "waiting", "paused", "training", "ended"] as const).filter(
    // The usual ones keep their places; what is unusual comes before them.
    (one) => standing[one] > 0 || ["paused", "training", "ended"].includes(one),
  );
  return (
    <div
      className={styles.standing}
      role="status"
      aria-live="off"
      aria-label={say("standing.label")}
      data-testid="arena-standing"
      data-ready={standing.paused + standing.training + standing.ended}
      data-training={standing.training}
      data-ended={standing.ended}
      data-furthest={furthest}
    >
      <span style={{ minWidth: "6ch" }}>
        <b className="figures">{formatCount(furthest)}</b>
        <i>{say("standing.step")}</i>
      </span>
      {shown.map((one) => (
        <span key={one}>
          <b className="figures">{standing[one]}</b>
          <i>{say(`standing.${one}`)}</i>
        </span>
      ))}
    </div>
  );
}
