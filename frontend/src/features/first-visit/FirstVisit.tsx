import { IconX } from "@tabler/icons-react";
import { useEffect } from "react";
import { useSpec } from "@/state/document";
import { useWords } from "@/words";
import styles from "./FirstVisit.module.css";
import { dismissHints, type Hint, HINTS, nextHint, useHint } from "./hints";

/** What a hint speaks of: it is outlined while the hint is shown. */
const TARGETS: Record<Hint, string> = {
  play: "[data-testid=play]",
  look: "[data-testid=node-conv1]",
  change: "[data-testid=rate]",
  boundary: "[data-testid=preset-menu]",
};

/** One hint at a time, with what it speaks of outlined; nothing once all were followed or dismissed. */
export function FirstVisit() {
  const say = useWords("firstVisit");
  const hint = useHint();
  const hasConvolution = useSpec((spec) => spec.network.nodes.some((node) => node.id === "conv1"));
  useEffect(() => {
    if (hint === null) return;
    const target = document.querySelector(TARGETS[hint]);
    target?.setAttribute("data-hinted", "");
    return () => {
      target?.removeAttribute("data-hinted");
    };
  }, [hint]);

  if (hint === null) return null;
  const last = hint === HINTS.at(-1);
  const phrase = hint === "look" && !hasConvolution ? "lookAny" : hint;
  return (
    <div
      className={styles.hint}
      role="note"
      aria-label={say("title")}
      data-testid="hint"
      data-hint={hint}
    >
      <span className={styles.progress}>
        {say("progress", { number: HINTS.indexOf(hint) + 1, count: HINTS.length })}
      </span>
      <p title={say(`${phrase}More`)}>
        <strong>{say(phrase)}</strong> <span>{say(`${phrase}More`)}</span>
      </p>
      <button type="button" data-testid="hint-next" onClick={nextHint}>
        {say(last ? "done" : "next")}
      </button>
      {!last && (
        <button
          type="button"
          className={styles.close}
          aria-label={say("dismiss")}
          title={say("dismiss")}
          data-testid="hint-dismiss"
          onClick={dismissHints}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
