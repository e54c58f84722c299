import type { ReactNode } from "react";
import { INPUT, OUTPUT, useDocument, useSpec } from "@/state/document";
import { useWords } from "@/words";
import { Heading } from "./Heading";
import styles from "./Inspector.module.css";
import { NodeInspector } from "./NodeInspector";
import { SeveralInspector } from "./SeveralInspector";

export interface InspectorProps {
  /** What was measured in a node; the page says with what. */
  renderMeasurements: (nodeId: string) => ReactNode;
  /** What was found wrong in a node while it trained. */
  renderFindings: (nodeId: string) => ReactNode;
  /** A layer was asked to be opened. */
  onLookInto: (nodeId: string) => void;
  runSettings: ReactNode;
  dataSettings: ReactNode;
  lossSettings: ReactNode;
}

/** Shows the selected card; with none selected, the settings of the run. */
export function Inspector(props: InspectorProps) {
  const say = useWords("inspector");
  const selection = useDocument((state) => state.selection);
  const names = useSpec((spec) => spec.network.nodes);
  const [only] = selection;
  const many = selection.length > 1;
  const known = only === INPUT || only === OUTPUT || names.some((node) => node.id === only);

  return (
    // Another card starts at its own top, wherever the last one was scrolled to.
    <aside
      key={selection.join(" ")}
      className={styles.inspector}
      aria-label={say("label")}
      data-testid="inspector"
    >
      {many ? (
        <SeveralInspector selection={selection} />
      ) : only === undefined || !known ? (
        <>
          <Heading title={say("run.title")} subtitle={say("run.subtitle")} />
          {props.runSettings}
        </>
      ) : only === INPUT ? (
        <>
          <Heading title={INPUT} subtitle={say("input")} />
          {props.renderFindings(INPUT)}
          {props.dataSettings}
          <div className={styles.section}>{props.renderMeasurements(INPUT)}</div>
        </>
      ) : only === OUTPUT ? (
        <>
          <Heading title={say("loss.title")} subtitle={say("loss.subtitle")} />
          {props.lossSettings}
        </>
      ) : (
        <NodeInspector
          key={only}
          id={only}
          renderMeasurements={props.renderMeasurements}
          renderFindings={props.renderFindings}
          onLookInto={props.onLookInto}
        />
      )}
    </aside>
  );
}
