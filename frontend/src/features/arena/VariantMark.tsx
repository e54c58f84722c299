import type { VariantLine } from "@/draw/variantPalette";
import type { RunState } from "@/contracts";
import { useVariantRun } from "@/state/arena";
import { formatCount } from "@/ui";
import { useInWords, useWords } from "@/words";
import styles from "./VariantMark.module.css";
import type { ShownVariant } from "./useVariants";
import { arenaView } from "./view";

/** A stroke of a variant's curve. */
export function LineMark({ line }: { line: VariantLine }) {
  return (
    <svg className={styles.lineMark} width="18" height="8" aria-hidden>
      <line
        x1="1"
        x2="17"
        y1="4"
        y2="4"
        stroke={line.colour}
        strokeWidth="2.5"
        strokeDasharray={line.dash.join(" ")}
      />
    </svg>
  );
}

/** A variant's line, its name, how it stands; pointing at it makes its curves stand out. */
export function VariantMark({ shown }: { shown: ShownVariant }) {
  const { variant, name, line } = shown;
  const state = useVariantRun(variant.run, ({ run }) => run?.state ?? null);
  const step = useVariantRun(variant.run, ({ run, latest }) => latest.step ?? run?.step ?? 0);
  return (
    <div className={styles.mark} title={name}>
      <span className={styles.markName}>
        <LineMark line={line} />
        <span>{name}</span>
      </span>
      <span className={styles.markState}>
        <StateWord state={state} variant={shown} />
        {state !== null && <span className="figures">{formatCount(step)}</span>}
      </span>
    </div>
  );
}

/** The state in a word; of one that failed or was refused, why as its title: the arena's notice says it as well. */
export function StateWord({ state, variant }: { state: RunState | null; variant: ShownVariant }) {
  const say = useWords("arena");
  const inWords = useInWords();
  const trouble = useVariantRun(variant.variant.run, (store) => store.message);
  const reason = useVariantRun(variant.variant.run, ({ run }) => run?.reason ?? null);
  const isStarting = useVariantRun(
    variant.variant.run,
    ({ run, connection }) => run === null && connection === "connecting",
  );
  const shown = state ?? (isStarting ? "starting" : "none");
  const why =
    trouble === null
      ? reason
      : [trouble.message, trouble.hint]
          .flatMap((part) => (part === null ? [] : [inWords(part)]))
          .join(" ");
  const isRefused = state === null && trouble !== null && !isStarting;
  return (
    <span
      className={styles.state}
      data-state={isRefused ? "failed" : shown}
      data-testid={`arena-state-${variant.variant.id}`}
      title={why ?? undefined}
    >
      {say(`state.${isRefused ? "refused" : shown}`)}
    </span>
  );
}

/** Handlers by which a row points at its variant. */
export function pointing(id: string) {
  const point = (pointed: string | null) => () => {
    arenaView.setState({ pointed });
  };
  return {
    onPointerEnter: point(id),
    onPointerLeave: point(null),
    onFocus: point(id),
    onBlur: point(null),
  };
}
