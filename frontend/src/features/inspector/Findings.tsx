import type { ErrorDetail } from "@/contracts";
import styles from "./Inspector.module.css";

/** What is wrong with the layer as a whole, with the mend. */
export function Findings({ errors }: { errors: readonly ErrorDetail[] }) {
  return errors.map((error) => (
    <div key={`${error.code} ${error.message}`} className={styles.finding} role="alert">
      <strong>{error.message}</strong>
      {error.hint != null && <p>{error.hint}</p>}
    </div>
  ));
}
