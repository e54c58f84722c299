import { Formula } from "@/ui";
import styles from "./symbols.module.css";

/** The loss's derivative by a letter, small enough for a caption. */
export function BySymbol({ by }: { by: string }) {
  return (
    <span className={styles.by}>
      <Formula latex={`\\partial L / \\partial ${by}`} />
    </span>
  );
}
