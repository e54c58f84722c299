import type { ErrorDetail } from "@/contracts";
import styles from "./forms.module.css";

/** What is wrong with a setting, and the mend. */
export function FieldErrors({ id, errors }: { id: string; errors: readonly ErrorDetail[] }) {
  if (errors.length === 0) return null;
  return (
    <div id={id} role="alert">
      {errors.map((error) => (
        <span key={`${error.code} ${error.message}`} className={styles.error}>
          {error.message}
          {error.hint != null && <small>{error.hint}</small>}
        </span>
      ))}
    </div>
  );
}
