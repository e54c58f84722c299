import styles from "./app.module.css";

interface WaitingProps {
  problem: { message: string; hint: string | null } | null;
}

/** Before there is a catalog: waiting for the server, and what to do when it does not answer. */
export function Waiting({ problem }: WaitingProps) {
  return (
    <main className={styles.waiting} role={problem === null ? "status" : "alert"}>
      <h2>{problem === null ? "Neurarium" : problem.message}</h2>
      <p>
        {problem === null
          ? "Asking the server what can be built…"
          : `${problem.hint ?? ""} The page goes on by itself once the server answers.`}
      </p>
    </main>
  );
}
