import { type Phrase, useInWords, useWords } from "@/words";
import styles from "./forms.module.css";

/** Why what was typed is not applied, and what still is; nothing where all is well. */
export function NotApplied({ problem, value }: { problem: Phrase | null; value: string }) {
  const say = useWords("ui");
  const inWords = useInWords();
  if (problem === null) return null;
  const why = inWords(problem);
  return (
    <span className={styles.error} role="alert">
      {value === ""
        ? say("number.notApplied", { problem: why })
        : say("number.stillApplied", { problem: why, value })}
    </span>
  );
}
