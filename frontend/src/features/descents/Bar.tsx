import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconX } from "@tabler/icons-react";
import { useId } from "react";
import {
  chooseSurface,
  closeDescents,
  MOST_STEPS,
  moveStart,
  setSteps,
  showStep,
  togglePlaying,
  useDescents,
} from "@/state/descents";
import { useCatalog } from "@/state/document";
import { type Bounds, formatCount, NumberField } from "@/ui";
import { useWords } from "@/words";
import styles from "./Descents.module.css";

function bounds(minimum: number | null = null, maximum: number | null = null): Bounds {
  return { minimum, maximum, exclusiveMinimum: null, exclusiveMaximum: null };
}

/** Which surface, from where, how far; and the steps played. */
export function Bar() {
  const say = useWords("descents");
  const ids = { surface: useId(), steps: useId() };
  const surfaces = useCatalog(({ catalog }) => catalog?.surfaces) ?? [];
  const kind = useDescents(({ surface }) => surface);
  const [x, y] = useDescents(({ start }) => start);
  const steps = useDescents((state) => state.steps);
  const shown = useDescents((state) => state.shown);
  const isPlaying = useDescents((state) => state.isPlaying);
  const surface = surfaces.find((entry) => entry.kind === kind);
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{say("title")}</h1>
      <label className={styles.label} htmlFor={ids.surface}>
        {say("surface")}
      </label>
      <select
        id={ids.surface}
        className={styles.select}
        value={kind}
        title={surface?.sentence}
        data-testid="descents-surface"
        onChange={(event) => {
          chooseSurface(event.currentTarget.value);
        }}
      >
        {surfaces.map((entry) => (
          <option key={entry.kind} value={entry.kind}>
            {entry.title}
          </option>
        ))}
      </select>
      <span className={styles.fields} role="group" aria-label={say("start")}>
        <span className={styles.label}>{say("start")}</span>
        <NumberField
          className={styles.number}
          label={say("startX")}
          testId="descents-x"
          whole={false}
          value={x}
          bounds={bounds(surface?.x_range[0], surface?.x_range[1])}
          onChange={(value) => {
            if (value !== null) moveStart(value, y);
          }}
        />
        <NumberField
          className={styles.number}
          label={say("startY")}
          testId="descents-y"
          whole={false}
          value={y}
          bounds={bounds(surface?.y_range[0], surface?.y_range[1])}
          onChange={(value) => {
            if (value !== null) moveStart(x, value);
          }}
        />
      </span>
      <span className={styles.fields}>
        <label className={styles.label} htmlFor={ids.steps}>
          {say("steps")}
        </label>
        <NumberField
          id={ids.steps}
          className={styles.number}
          testId="descents-steps"
          whole
          value={steps}
          bounds={bounds(1, MOST_STEPS)}
          onChange={(value) => {
            if (value !== null) setSteps(value);
          }}
        />
      </span>
      <span className={styles.playback}>
        <button
          type="button"
          className={styles.play}
          title={say("playKey")}
          data-testid="descents-play"
          aria-pressed={isPlaying}
          onClick={togglePlaying}
        >
          {isPlaying ? <IconPlayerPauseFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
          {say(isPlaying ? "pause" : "play")}
        </button>
        <input
          type="range"
          className={styles.scrub}
          min={0}
          max={steps}
          value={shown}
          aria-label={say("scrub")}
          data-testid="descents-scrub"
          onChange={(event) => {
            showStep(event.currentTarget.valueAsNumber);
          }}
        />
        <span className={`figures ${styles.shown ?? ""}`} data-testid="descents-shown">
          {say("shown", { step: formatCount(shown), steps: formatCount(steps) })}
        </span>
      </span>
      <button
        type="button"
        className={styles.close}
        aria-label={say("close")}
        title={say("close")}
        data-testid="descents-close"
        onClick={closeDescents}
      >
        <IconX size={17} />
      </button>
    </header>
  );
}
