import { select } from "@/state/document";
import styles from "./controls.module.css";
import type { WatchedNode } from "./watchedNodes";

/** Which layer a view shows; the choice selects it everywhere. */
export function NodePicker({
  shown,
  choices,
}: {
  shown: WatchedNode;
  choices: readonly WatchedNode[];
}) {
  return (
    <select
      className={styles.picker}
      aria-label="Layer shown"
      value={shown.id}
      onChange={(event) => {
        select(event.currentTarget.value);
      }}
    >
      {choices.map(({ id }) => (
        <option key={id} value={id}>
          {id}
        </option>
      ))}
    </select>
  );
}
