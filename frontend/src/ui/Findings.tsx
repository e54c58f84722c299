import { MendButtons } from "./MendButtons";
import type { Mendable } from "./forms/FieldErrors";
import styles from "./Findings.module.css";

/** What is wrong with something as a whole, with the mends. */
export function Findings({ errors }: { errors: readonly Mendable[] }) {
  return errors.map((error) => (
    <div key={`${error.code} ${error.message}`} className={styles.finding} role="alert">
      <strong>{error.message}</strong>
      {error.hint != null && <p>{error.hint}</p>}
      <MendButtons mends={error.mends} />
    </div>
  ));
}
