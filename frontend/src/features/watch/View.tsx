import { type ReactNode, useId, useRef } from "react";
import { useRun } from "@/state/telemetry/runStore";
import { FigureTextContext } from "@/ui/canvas/figureText";
import { useWords } from "@/words";
import { type Figures, SaveMenu } from "./saving/SaveMenu";
import styles from "./View.module.css";

export interface ViewProps {
  title: ReactNode;
  /** What is drawn, in what unit. */
  subtitle?: ReactNode;
  /** Of which step, over how many values. */
  aside?: ReactNode;
  /** Controls of this view. */
  tools?: ReactNode;
  /** Whether something was measured; the body keeps its size either way. */
  isMeasured: boolean;
  /** Whether a run that is under way will bring it; where it will not, `empty` says so all the while. */
  isExpected?: boolean;
  /** What will appear here, and how to make it appear. */
  empty: string;
  /** The figures as text, for assistive technology. */
  summary?: ReactNode;
  /** What can be taken away once something was measured. */
  figures?: Figures;
  children: ReactNode;
  testId?: string;
}

/** The frame of one view: title, unit, step; the picture; or in words what will be here. */
export function View(props: ViewProps) {
  const body = useRef<HTMLDivElement>(null);
  const textId = useId();
  const hasText = props.isMeasured && props.summary !== undefined;
  return (
    <section className={styles.view} data-testid={props.testId}>
      <header className={styles.head}>
        <h3 className={styles.title}>{props.title}</h3>
        {props.subtitle !== undefined && <span className={styles.subtitle}>{props.subtitle}</span>}
        {props.tools}
        <span className={styles.aside}>{props.isMeasured ? props.aside : null}</span>
        {props.isMeasured && props.figures !== undefined && (
          <SaveMenu figures={props.figures} body={body} />
        )}
      </header>
      <div ref={body} className={styles.body}>
        <FigureTextContext value={hasText ? textId : undefined}>{props.children}</FigureTextContext>
        {!props.isMeasured && <Absent text={props.empty} isExpected={props.isExpected ?? true} />}
      </div>
      {hasText && (
        <div id={textId} className="visually-hidden">
          {props.summary}
        </div>
      )}
    </section>
  );
}

/** Why there is no picture yet. A run that is under way will bring one by itself. */
function Absent({ text, isExpected }: { text: string; isExpected: boolean }) {
  const say = useWords("watch");
  const isUnderWay = useRun(
    ({ run }) =>
      run !== null &&
      (run.state === "queued" || run.state === "starting" || run.state === "running"),
  );
  const isWaiting = isExpected && isUnderWay;
  return (
    <p className={styles.absent} data-waiting={isWaiting}>
      {isWaiting ? say("waiting") : text}
    </p>
  );
}
