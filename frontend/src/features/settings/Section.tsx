import { type ReactNode, useId } from "react";
import styles from "./settings.module.css";

/** A headed group of settings. */
export function Section({ title, children }: { title?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <h3 id={id} className={styles.heading}>
          {title}
        </h3>
      )}
      {children}
    </section>
  );
}
