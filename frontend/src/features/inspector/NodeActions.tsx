import { IconArrowDown, IconArrowUp, IconCopy, IconEye, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import {
  canMoveDown,
  canMoveUp,
  duplicateNode,
  moveNodeDown,
  moveNodeUp,
  removeNodes,
  useSpec,
} from "@/state/document";
import { useWords } from "@/words";
import styles from "./Inspector.module.css";

/** What can be done with a layer besides setting it. */
export function NodeActions({
  id,
  onLookInto,
}: {
  id: string;
  onLookInto: (nodeId: string) => void;
}) {
  const say = useWords("glass");
  const nodes = useSpec((spec) => spec.network.nodes);
  return (
    <div className={styles.actions} role="toolbar" aria-label={`Actions on ${id}`}>
      <Action
        label={say("lookInto")}
        testId="look-into"
        onClick={() => {
          onLookInto(id);
        }}
      >
        <IconEye size={15} />
      </Action>
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
          duplicateNode(id);
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
  testId?: string;
  onClick: () => void;
  children: ReactNode;
}

function Action({ label, disabled = false, testId, onClick, children }: ActionProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      data-testid={testId ?? `action-${label.split(" ").at(-1)?.toLowerCase() ?? ""}`}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
