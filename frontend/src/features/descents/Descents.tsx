import { useEffect, useRef } from "react";
import { useWords } from "@/words";
import { Bar } from "./Bar";
import styles from "./Descents.module.css";
import { DescentMap } from "./DescentMap";
import { Methods } from "./Methods";
import { Outcomes } from "./Outcomes";
import { usePlayback } from "./usePlayback";
import { useWays } from "./useWays";

/** Optimizers let loose on a surface of two variables, over the whole page. */
export function Descents() {
  const say = useWords("descents");
  const found = useWays();
  usePlayback();
  const page = useRef<HTMLElement>(null);
  // Keys and Tab act here, not in the studio behind.
  useEffect(() => {
    page.current?.focus();
  }, []);
  return (
    <main
      ref={page}
      className={styles.page}
      tabIndex={-1}
      aria-label={say("title")}
      data-testid="descents"
    >
      <Bar />
      <div className={styles.body}>
        <Methods />
        <DescentMap found={found} />
        <Outcomes found={found} />
      </div>
    </main>
  );
}
