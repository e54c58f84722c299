import type { Node, NodeProps } from "@xyflow/react";
import { IconFold } from "@tabler/icons-react";
import { memo } from "react";
import { fold } from "@/state/document";
import { useWords } from "@/words";
import styles from "./PartFrame.module.css";
import { nameOf, type PartFrame as Frame } from "./shownNetwork";

export type PartFrameNode = Node<{ frame: Frame }, "part-frame">;

/** The ground on which the layers of one part of a repeat stand while it is unfolded, and the way to fold it. */
export const PartFrame = memo(function PartFrame({ data }: NodeProps<PartFrameNode>) {
  const say = useWords("builder");
  const { frame } = data;
  const { repeat } = frame;
  const name = nameOf(repeat.members);
  return (
    <div className={styles.frame} style={{ width: frame.width, height: frame.height }}>
      {frame.isFirst && (
        <button
          type="button"
          className={`${styles.fold ?? ""} nodrag nopan nokey`}
          title={say("repeat.fold", { name })}
          aria-label={say("repeat.fold", { name })}
          data-testid={`fold-${repeat.members[0] ?? ""}-${frame.number}`}
          onClick={() => {
            fold(repeat);
          }}
        >
          <IconFold size={13} aria-hidden />
          <span>
            {repeat.parts.length === 1
              ? frame.name
              : say("repeat.part", {
                  name: frame.name,
                  number: frame.number,
                  times: repeat.parts.length,
                })}
          </span>
        </button>
      )}
    </div>
  );
});
