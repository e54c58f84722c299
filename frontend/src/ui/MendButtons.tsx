import { IconWand } from "@tabler/icons-react";
import { createContext, useContext } from "react";
import type { Mend } from "@/contracts";
import styles from "./MendButtons.module.css";

/** Makes the changes of a mend; the page says in what. */
export const MendContext = createContext<(mend: Mend) => void>(() => {});

/** What would make an error go, a button each. */
export function MendButtons({ mends }: { mends: readonly Mend[] | undefined }) {
  const make = useContext(MendContext);
  if (mends === undefined || mends.length === 0) return null;
  return (
    <span className={styles.mends}>
      {mends.map((mend) => (
        <button
          key={JSON.stringify(mend.changes)}
          type="button"
          className={styles.mend}
          data-testid="mend"
          onClick={() => {
            make(mend);
          }}
        >
          <IconWand size={13} aria-hidden />
          {mend.title}
        </button>
      ))}
    </span>
  );
}
