import {
  IconArrowDown,
  IconArrowUp,
  IconArrowsVertical,
  IconClipboardCopy,
  IconCopyPlus,
  IconEye,
  IconFold,
  IconScissors,
  IconTrash,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import {
  canMoveLayers,
  copySelection,
  cutSelection,
  duplicateNodes,
  foldsOf,
  moveLayers,
  offerToSystem,
  removeNodes,
  toggleFoldOfSelection,
  useSpec,
  useView,
} from "@/state/document";
import { useWords } from "@/words";
import styles from "./Inspector.module.css";

/** What can be done with the selected layers besides setting them. */
export function NodeActions({
  ids,
  onLookInto,
}: {
  ids: readonly string[];
  /** Opens the only one that is selected. */
  onLookInto?: (nodeId: string) => void;
}) {
  const say = useWords("inspector");
  const nodes = useSpec((spec) => spec.network.nodes);
  const view = useView((state) => state);
  const { folded, open } = foldsOf(nodes, view);
  const holds = (repeat: { members: readonly string[] }): boolean =>
    ids.every((id) => repeat.members.includes(id));
  const isFolded = folded.some(holds);
  const [only] = ids.length === 1 ? ids : [];
  return (
    <div
      className={styles.actions}
      role="toolbar"
      aria-label={only === undefined ? say("actions.several") : say("actions.label", { id: only })}
    >
      {only !== undefined && onLookInto !== undefined && (
        <Action
          name="look"
          onClick={() => {
            onLookInto(only);
          }}
        >
          <IconEye size={15} />
        </Action>
      )}
      {(["earlier", "later"] as const).map((direction) => (
        <Action
          key={direction}
          name={direction}
          disabled={!canMoveLayers(ids, direction)}
          onClick={() => {
            moveLayers(ids, direction);
          }}
        >
          {direction === "earlier" ? <IconArrowUp size={15} /> : <IconArrowDown size={15} />}
        </Action>
      ))}
      <Action
        name="copy"
        onClick={() => {
          offerToSystem(copySelection());
        }}
      >
        <IconClipboardCopy size={15} />
      </Action>
      <Action
        name="cut"
        onClick={() => {
          offerToSystem(cutSelection());
        }}
      >
        <IconScissors size={15} />
      </Action>
      <Action
        name="duplicate"
        onClick={() => {
          duplicateNodes(...ids);
        }}
      >
        <IconCopyPlus size={15} />
      </Action>
      <Action
        name="delete"
        onClick={() => {
          removeNodes(...ids);
        }}
      >
        <IconTrash size={15} />
      </Action>
      {(isFolded || open.some(holds)) && (
        <Action name={isFolded ? "unfold" : "fold"} onClick={toggleFoldOfSelection}>
          {isFolded ? <IconArrowsVertical size={15} /> : <IconFold size={15} />}
        </Action>
      )}
    </div>
  );
}

interface ActionProps {
  name: "look" | "earlier" | "later" | "copy" | "cut" | "duplicate" | "delete" | "fold" | "unfold";
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Action({ name, disabled = false, onClick, children }: ActionProps) {
  const say = useWords("inspector");
  return (
    <button
      type="button"
      aria-label={say(`actions.${name}`)}
      title={say(`actions.${name}`)}
      disabled={disabled}
      data-testid={`action-${name}`}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
