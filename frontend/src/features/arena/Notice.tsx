import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { prepareAll, useRace } from "@/state/arena";
import { inWords, type Trouble, useInWords, useWords } from "@/words";
import styles from "./ArenaBar.module.css";
import type { ShownVariant } from "./useVariants";

interface Told {
  readonly names: string[];
  readonly trouble: Trouble;
}

/** What is wrong, and of which variants; what is wrong with several in the same way is told once. */
function troubles(variants: readonly ShownVariant[]): Told[] {
  const told = new Map<string, Told>();
  for (const { variant, name } of variants) {
    const trouble = variant.run.telemetry.store.getState().message;
    if (trouble === null) continue;
    const key = inWords(trouble.message);
    const known = told.get(key);
    if (known === undefined) told.set(key, { names: [name], trouble });
    else known.names.push(name);
  }
  return [...told.values()];
}

/** In words, what keeps variants from training: a server that would not have them, or has no process to spare. */
export function Notice({ variants }: { variants: readonly ShownVariant[] }) {
  const say = useWords("arena");
  const inWords = useInWords();
  // The summary is another one after every change of any run.
  const standing = useRace((race) => race.standing);
  const told = troubles(variants);
  if (told.length === 0 && standing.queued === 0) return null;
  return (
    <div className={styles.notices}>
      {told.map(({ names, trouble }) => (
        <p key={names.join()} role="alert" data-level="error" data-testid="arena-trouble">
          <IconAlertTriangle size={15} aria-hidden />
          <span>
            <b>{names.join(say("notice.comma"))}</b>
            {`: ${inWords(trouble.message)} ${trouble.hint === null ? "" : inWords(trouble.hint)}`}
          </span>
          {standing.refused > 0 && (
            <button type="button" data-testid="arena-retry" onClick={() => void prepareAll()}>
              {say("notice.retry")}
            </button>
          )}
        </p>
      ))}
      {standing.queued > 0 && (
        <p role="status" data-level="info" data-testid="arena-queued">
          <IconClock size={15} aria-hidden />
          <span>{say("notice.queued", { count: standing.queued })}</span>
        </p>
      )}
    </div>
  );
}
