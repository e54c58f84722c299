import { Handle, Position } from "@xyflow/react";
import type { ReactNode } from "react";
import { FamilyDot } from "@/ui";
import { type Badge, ErrorBadge } from "./ErrorBadge";
import styles from "./Card.module.css";

interface CardProps {
  id: string;
  title: string;
  family: string;
  detail: string;
  selected: boolean;
  badge?: Badge | null;
  /** The live picture; the card keeps its place while there is none. */
  children?: ReactNode;
  left: ReactNode;
  right: ReactNode;
  takes: boolean;
  /** Whether a wire can be drawn to it. */
  takesNew?: boolean;
  gives: boolean;
  /** Stands for many. */
  isStack?: boolean;
  /** A button in its corner. */
  tool?: ReactNode;
  testId: string;
}

/** What every card of the graph looks like. */
export function Card(props: CardProps) {
  const { badge } = props;
  return (
    <div
      className={styles.card}
      data-selected={props.selected || undefined}
      data-level={badge?.level}
      data-stack={props.isStack === true ? true : undefined}
      data-testid={props.testId}
    >
      {badge != null && <ErrorBadge badge={badge} where={props.title} />}
      {props.takes && (
        <Handle
          type="target"
          position={Position.Left}
          className={styles.handle}
          isConnectable={props.takesNew ?? true}
        />
      )}
      <div className={styles.head}>
        <FamilyDot family={props.family} />
        <strong className={styles.title} title={props.title} translate="no">
          {props.title}
        </strong>
        <span className={styles.detail}>{props.detail}</span>
        {props.tool}
      </div>
      <div className={styles.picture}>{props.children}</div>
      <div className={styles.foot}>
        <span>{props.left}</span>
        <span>{props.right}</span>
      </div>
      {props.gives && <Handle type="source" position={Position.Right} className={styles.handle} />}
    </div>
  );
}
