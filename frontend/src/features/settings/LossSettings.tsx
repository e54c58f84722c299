import { useId } from "react";
import type { Component } from "@/contracts";
import { errorsAt, setComponent, useCatalog, useCheck, useSpec } from "@/state/document";
import { FieldErrors, Formula, FormRow, KindSelect, KindSettings } from "@/ui";
import { useWords } from "@/words";
import { Section } from "./Section";
import styles from "./settings.module.css";
import { useKinds } from "./useKinds";

/** What the output is compared with, and how. */
export function LossSettings({ withFormula = false }: { withFormula?: boolean }) {
  const say = useWords("settings");
  const id = useId();
  const loss = useSpec((spec) => spec.loss);
  const losses = useCatalog((state) => state.catalog?.losses) ?? [];
  const result = useCheck((state) => state.result);
  const kinds = useKinds();
  const entry = losses.find((one) => one.kind === loss.kind);
  const errors = errorsAt({ result }, null).filter((error) =>
    (error.field ?? "").startsWith("loss"),
  );
  const change = (value: Component): void => {
    setComponent("loss", value);
  };
  return (
    <Section title={say("loss.title")}>
      <FormRow
        label={say("loss.label")}
        htmlFor={id}
        below={
          <KindSettings
            path="loss"
            value={loss}
            entries={losses}
            kinds={kinds}
            errors={errors}
            onChange={change}
          />
        }
      >
        <KindSelect id={id} testId="field-loss" value={loss} entries={losses} onChange={change} />
        <FieldErrors id={`${id}-errors`} errors={errors.filter((one) => one.field === "loss")} />
      </FormRow>
      {entry !== undefined && <p className={styles.sentence}>{entry.sentence}</p>}
      {withFormula && entry !== undefined && (
        <>
          <Formula latex={entry.formula} />
          <p className={styles.reference} translate="no">
            {entry.source}
          </p>
        </>
      )}
    </Section>
  );
}
