import { Tooltip } from "@mantine/core";
import { Handle, Position } from "@xyflow/react";
import type { ReactNode } from "react";
import { FamilyDot } from "@/ui";
import styles from "./Card.module.css";

export interface Badge {
  level: "error" | "warning";
  text: string;
  detail: string;
}

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
  gives: boolean;
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
      data-testid={props.testId}
    >
      {badge != null && (
        <Tooltip label={badge.detail}>
          <span className={styles.badge} data-level={badge.level}>
            {badge.text}
          </span>
        </Tooltip>
      )}
      {props.takes && <Handle type="target" position={Position.Left} className={styles.handle} />}
      <div className={styles.head}>
        <FamilyDot family={props.family} />
        <strong className={styles.title} title={props.title}>
          {props.title}
        </strong>
        <span className={styles.detail}>{props.detail}</span>
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
