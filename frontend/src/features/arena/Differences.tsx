import type { Difference } from "@/state/arena";
import { useWords } from "@/words";
import styles from "./Compared.module.css";

/** What differs, in the names that a spec uses. */
export function Differences({ of }: { of: readonly Difference[] }) {
  const say = useWords("arena");
  if (of.length === 0) return <>{say("table.nothing")}</>;
  return (
    <ul className={styles.differences}>
      {of.map(({ path, more, from, to }) => (
        <li key={`${path} ${from ?? ""} ${to ?? ""}`}>
          <code>{path}</code>
          {more > 0 && ` ${say("table.more", { count: more })}`}{" "}
          <b>
            {from === null
              ? say("table.added", { kind: to ?? "" })
              : to === null
                ? say("table.removed", { kind: from })
                : `${from} → ${to}`}
          </b>
        </li>
      ))}
    </ul>
  );
}
