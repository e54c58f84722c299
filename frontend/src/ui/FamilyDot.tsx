import styles from "./FamilyDot.module.css";

/** The hue of a layer family; "shape" grey also stands for what is no layer. */
export function FamilyDot({ family }: { family: string }) {
  return <span className={styles.dot} style={{ background: familyColor(family) }} aria-hidden />;
}

export function familyColor(family: string): string {
  return `var(--family-${family}, var(--family-shape))`;
}
