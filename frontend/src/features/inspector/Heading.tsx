import { FamilyDot } from "@/ui";
import styles from "./Inspector.module.css";

/** What the inspector shows: its name, and what it is. */
export function Heading({ title, subtitle }: { title: string; subtitle: string }) {
  return (
    <header className={styles.header}>
      <FamilyDot family="shape" />
      <h2 className={styles.name}>{title}</h2>
      <span className={styles.kind}>{subtitle}</span>
    </header>
  );
}
