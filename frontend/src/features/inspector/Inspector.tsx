import type { ReactNode } from "react";
import { INPUT, OUTPUT, useDocument, useSpec } from "@/state/document";
import { FamilyDot } from "@/ui";
import styles from "./Inspector.module.css";
import { NodeInspector } from "./NodeInspector";

export interface InspectorProps {
  /** What was measured in a node; the page says with what. */
  renderMeasurements: (nodeId: string) => ReactNode;
  /** A layer was asked to be opened. */
  onLookInto: (nodeId: string) => void;
  runSettings: ReactNode;
  dataSettings: ReactNode;
  lossSettings: ReactNode;
}

/** Shows the selected card; with none selected, the settings of the run. */
export function Inspector(props: InspectorProps) {
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
      aria-label="Inspector"
      data-testid="inspector"
    >
      {many ? (
        <Several count={selection.length} />
      ) : only === undefined || !known ? (
        <>
          <Heading title="Run" subtitle="click a card to see its layer" />
          {props.runSettings}
        </>
      ) : only === INPUT ? (
        <>
          <Heading title={INPUT} subtitle="the data" />
          {props.dataSettings}
          <div className={styles.section}>{props.renderMeasurements(INPUT)}</div>
        </>
      ) : only === OUTPUT ? (
        <>
          <Heading title="loss" subtitle="what is made small" />
          {props.lossSettings}
        </>
      ) : (
        <NodeInspector
          key={only}
          id={only}
          renderMeasurements={props.renderMeasurements}
          onLookInto={props.onLookInto}
        />
      )}
    </aside>
  );
}

function Heading({ title, subtitle }: { title: string; subtitle: string }) {
  return (
    <header className={styles.header}>
      <FamilyDot family="shape" />
      <h2 className={styles.name}>{title}</h2>
      <span className={styles.kind}>{subtitle}</span>
    </header>
  );
}

function Several({ count }: { count: number }) {
  return (
    <>
      <Heading title={`${count} cards`} subtitle="selected" />
      <p className={styles.sentence}>Delete removes them; Escape selects nothing.</p>
    </>
  );
}
