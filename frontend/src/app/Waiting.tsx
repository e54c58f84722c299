import { type Trouble, useInWords, useWords } from "@/words";
import styles from "./app.module.css";

interface WaitingProps {
  problem: Trouble | null;
}

/** Before there is a catalog: waiting for the server, and what to do when it does not answer. */
export function Waiting({ problem }: WaitingProps) {
  const say = useWords("app");
  const inWords = useInWords();
  return (
    <main className={styles.waiting} role={problem === null ? "status" : "alert"}>
      <h2>{problem === null ? say("title") : inWords(problem.message)}</h2>
      <p>
        {problem === null
          ? say("waiting.asking")
          : [problem.hint === null ? "" : inWords(problem.hint), say("waiting.goesOn")].join(" ")}
      </p>
    </main>
  );
}
