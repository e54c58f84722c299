import type { ReactNode } from "react";
import styles from "./forms.module.css";

interface FormRowProps {
  label: string;
  title?: string;
  htmlFor: string;
  children: ReactNode;
  /** What takes the whole width below the row. */
  below?: ReactNode;
}

/** A label beside its control, as in every settings form. */
export function FormRow({ label, title, htmlFor, children, below }: FormRowProps) {
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={htmlFor} title={title}>
        {label}
      </label>
      <div className={styles.control}>{children}</div>
      {below}
    </div>
  );
}

export { styles as formStyles };
