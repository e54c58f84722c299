import type { VariantLine } from "@/draw/variantPalette";
import styles from "./Descents.module.css";

/** A stroke of an optimizer's way. */
export function LineMark({ line: { colour, dash } }: { line: VariantLine }) {
  return (
    <svg className={styles.lineMark} width="18" height="8" aria-hidden>
      <line
        x1="1"
        x2="17"
        y1="4"
        y2="4"
        stroke={colour}
        strokeWidth="2.5"
        strokeDasharray={dash.join(" ")}
      />
    </svg>
  );
}
