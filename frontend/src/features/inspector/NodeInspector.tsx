import type { ReactNode } from "react";
import type { CatalogEntry } from "@/contracts";
import {
  entriesOf,
  errorsAt,
  layerEntry,
  setNodeField,
  useCatalog,
  useCheck,
  useSpec,
} from "@/state/document";
import { FamilyDot, Findings, Formula, SettingsForm } from "@/ui";
import { useWords } from "@/words";
import { ActivationFigure } from "./ActivationFigure";
import { Costs } from "./Costs";
import { InputsField } from "./InputsField";
import styles from "./Inspector.module.css";
import { NodeActions } from "./NodeActions";
import { NodeName } from "./NodeName";

interface NodeInspectorProps {
  id: string;
  renderMeasurements: (nodeId: string) => ReactNode;
  renderFindings: (nodeId: string) => ReactNode;
  onLookInto: (nodeId: string) => void;
}

/** One layer: what is wrong with it, its settings, what was measured in it, and what it computes. */
export function NodeInspector({
  id,
  renderMeasurements,
  renderFindings,
  onLookInto,
}: NodeInspectorProps) {
  const say = useWords("inspector");
  const node = useSpec((spec) => spec.network.nodes.find((one) => one.id === id));
  const catalog = useCatalog((state) => state.catalog);
  const result = useCheck((state) => state.result);
  const entry = layerEntry(catalog, node?.kind ?? "");
  const errors = errorsAt({ result }, id);
  if (node === undefined) return null;

  const fields = Object.keys(entry?.schema.properties ?? {});
  const onField = errors.filter((one) => fields.includes((one.field ?? "").split(".")[0] ?? ""));
  const elsewhere = errors.filter((one) => !onField.includes(one));
  const merges = entry !== undefined && entry.inputs.maximum !== 1;
  const kinds = (list: string): CatalogEntry[] => entriesOf(catalog, list);

  return (
    <>
      <header className={styles.header}>
        <FamilyDot family={entry?.family ?? "shape"} />
        <NodeName id={id} />
        <span className={styles.kind}>{entry?.title ?? node.kind}</span>
      </header>
      <NodeActions ids={[id]} onLookInto={onLookInto} />
      <Findings errors={elsewhere} />
      {renderFindings(id)}

      {entry === undefined ? (
        <p className={styles.sentence}>{say("unknown", { kind: node.kind })}</p>
      ) : (
        <>
          <p className={styles.sentence}>{entry.sentence}</p>
          <Formula latex={entry.formula} />
          {merges && <InputsField node={node} limits={entry.inputs} />}
          {fields.length > 0 && (
            <section className={styles.section} aria-label={say("settings")}>
              <h3 className={styles.heading}>{say("settings")}</h3>
              <SettingsForm
                entry={entry}
                values={node}
                errors={onField}
                kinds={kinds}
                onChange={(field, value) => {
                  setNodeField(id, field, value);
                }}
              />
            </section>
          )}
        </>
      )}
      {entry?.has_curve === true && <ActivationFigure key={node.kind} node={node} entry={entry} />}
      <div className={styles.section}>{renderMeasurements(id)}</div>
      <Costs id={id} />
      {entry !== undefined && !merges && <InputsField node={node} limits={entry.inputs} />}
      {entry !== undefined && <p className={styles.reference}>{entry.source}</p>}
    </>
  );
}
