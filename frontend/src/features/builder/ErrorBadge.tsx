import { Popover, Tooltip } from "@mantine/core";
import { Findings, type Mendable } from "@/ui";
import { useWords } from "@/words";
import styles from "./Card.module.css";

export interface Badge {
  level: "error" | "warning";
  text: string;
  detail: string;
  /** What is wrong, with the mends: shown at a click. */
  errors?: readonly Mendable[];
}

/** The mark on a card that something is wrong in its layer; a click shows what, and what would mend it. */
export function ErrorBadge({ badge, where }: { badge: Badge; where: string }) {
  const say = useWords("builder");
  const { level, text, detail, errors } = badge;
  if (errors === undefined) {
    return (
      <Tooltip label={detail}>
        <span className={styles.badge} data-level={level}>
          {text}
        </span>
      </Tooltip>
    );
  }
  return (
    <Popover position="top" width={300} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={`${styles.badge ?? ""} nodrag nopan nokey`}
          data-level={level}
          title={detail}
          aria-label={say("whatIsWrong", { where })}
          data-testid={`badge-${where}`}
          onClick={(event) => {
            event.stopPropagation();
          }}
        >
          {text}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        className={styles.wrong ?? ""}
        role="dialog"
        aria-label={say("whatIsWrong", { where })}
      >
        <Findings errors={errors} />
      </Popover.Dropdown>
    </Popover>
  );
}
