import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import {
  canMoveDown,
  canMoveUp,
  duplicateNodes,
  moveNodeDown,
  moveNodeUp,
  removeNodes,
  useSpec,
} from "@/state/document";
import styles from "./Inspector.module.css";

/** What can be done with a layer besides setting it. */
export function NodeActions({ id }: { id: string }) {
  const nodes = useSpec((spec) => spec.network.nodes);
  return (
    <div className={styles.actions} role="toolbar" aria-label={`Actions on ${id}`}>
      <Action
        label="Move one earlier"
        disabled={!canMoveUp(nodes, id)}
        onClick={() => {
          moveNodeUp(id);
        }}
      >
        <IconArrowUp size={15} />
      </Action>
      <Action
        label="Move one later"
        disabled={!canMoveDown(nodes, id)}
        onClick={() => {
          moveNodeDown(id);
        }}
      >
        <IconArrowDown size={15} />
      </Action>
      <Action
        label="Duplicate"
        onClick={() => {
          duplicateNodes(id);
        }}
      >
        <IconCopy size={15} />
      </Action>
      <Action
        label="Delete"
        onClick={() => {
          removeNodes(id);
        }}
      >
        <IconTrash size={15} />
      </Action>
    </div>
  );
}

interface ActionProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Action({ label, disabled = false, onClick, children }: ActionProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      data-testid={`action-${label.split(" ").at(-1)?.toLowerCase() ?? ""}`}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
