import { Menu, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { setSpeedLimit, SPEEDS, useSpeedLimit } from "@/state/playback";
import { formatRate } from "@/ui";
import { useWords } from "@/words";
import styles from "./TopBar.module.css";

/** How fast it trains, as measured, and the limit that a person sets to watch slowly. */
export function Speed({ stepsPerSecond }: { stepsPerSecond: number | null }) {
  const say = useWords("controls");
  const limit = useSpeedLimit();
  const named = (speed: number | null): string =>
    speed === null ? say("speed.none") : say("speed.limit", { rate: String(speed) });
  return (
    <Menu position="bottom" width={190}>
      <Menu.Target>
        <button
          type="button"
          className={styles.speed}
          title={say("speed.hint")}
          data-limit={limit ?? "none"}
          data-testid="speed-limit"
        >
          <b data-testid="speed">{stepsPerSecond === null ? "–" : formatRate(stepsPerSecond)}</b>
          <span data-limited={limit !== null}>
            {limit === null ? say("figures.speed") : say("speed.most", { rate: String(limit) })}
            <IconChevronDown size={11} aria-hidden />
          </span>
          <VisuallyHidden>{say("speed.now", { limit: named(limit) })}</VisuallyHidden>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say("speed.label")}</Menu.Label>
        {SPEEDS.toReversed().map((speed) => (
          <Menu.Item
            key={speed ?? "none"}
            rightSection={speed === limit ? <IconCheck size={14} /> : null}
            data-testid={`speed-${speed ?? "none"}`}
            onClick={() => void setSpeedLimit(speed)}
          >
            {named(speed)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
