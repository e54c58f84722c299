import { decimal } from "@/draw/format";
import { useWords } from "@/words";
import styles from "./DivergingLegend.module.css";

/** The scale for signed values, with the range that is in view. */
export function DivergingLegend({ limit }: { limit: number | null }) {
  const say = useWords("ui");
  const end = limit === null ? "" : decimal(limit);
  return (
    <div
      className={styles.legend}
      role="img"
      aria-label={limit === null ? say("legend.empty") : say("legend.range", { limit: end })}
    >
      <div className={styles.scale} />
      <div className={styles.ends} aria-hidden>
        <span>{limit === null ? "" : `−${end}`}</span>
        <span>0</span>
        <span>{limit === null ? "" : `+${end}`}</span>
      </div>
    </div>
  );
}
