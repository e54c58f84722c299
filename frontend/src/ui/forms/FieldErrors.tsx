import type { ErrorDetail, Mend } from "@/contracts";
import { MendButtons } from "../MendButtons";
import styles from "./forms.module.css";

/** An error, and what would make it go where the server knows that. */
export type Mendable = ErrorDetail & { mends?: readonly Mend[] };

/** What is wrong with a setting, and the mend. */
export function FieldErrors({ id, errors }: { id: string; errors: readonly Mendable[] }) {
  if (errors.length === 0) return null;
  return (
    <div id={id} role="alert">
      {errors.map((error) => (
        <span key={`${error.code} ${error.message}`} className={styles.error}>
          {error.message}
          {error.hint != null && <small>{error.hint}</small>}
          <MendButtons mends={error.mends} />
        </span>
      ))}
    </div>
  );
}
