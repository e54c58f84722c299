import { select } from "@/state/document";
import { useWords } from "@/words";
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
  const say = useWords("watch");
  return (
    <select
      className={styles.picker}
      aria-label={say("layerShown")}
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
