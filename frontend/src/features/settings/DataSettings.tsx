import { useId } from "react";
import { errorsAt, setData, useCatalog, useCheck, useSpec } from "@/state/document";
import {
  FieldErrors,
  formatCount,
  FormRow,
  formStyles,
  type Mendable,
  NumberField,
  SettingsForm,
} from "@/ui";
import { useWords } from "@/words";
import { Section } from "./Section";
import styles from "./settings.module.css";
import { useKinds } from "./useKinds";

const share = { minimum: 0, maximum: 0.9, exclusiveMinimum: null, exclusiveMaximum: null };
const size = { minimum: 1, maximum: null, exclusiveMinimum: null, exclusiveMaximum: null };

/** Which data the network learns from, its options, and the split. */
export function DataSettings() {
  const say = useWords("settings");
  const data = useSpec((spec) => spec.data);
  const datasets = useCatalog((state) => state.catalog?.datasets) ?? [];
  const kinds = useKinds();
  const ids = { dataset: useId(), size: useId(), share: useId() };
  const errors = useDataErrors();
  const entry = datasets.find((one) => one.kind === data.dataset);
  const options = data.options ?? {};

  return (
    <Section title={say("data.title")}>
      <FormRow label={say("data.set")} htmlFor={ids.dataset}>
        <select
          id={ids.dataset}
          className={formStyles.select}
          value={data.dataset}
          data-testid="field-dataset"
          onChange={(event) => {
            setData({ dataset: event.currentTarget.value, options: {} });
          }}
        >
          {entry === undefined && <option value={data.dataset}>{data.dataset}</option>}
          {datasets.map((one) => (
            <option key={one.kind} value={one.kind}>
              {one.title}
            </option>
          ))}
        </select>
        <FieldErrors id={`${ids.dataset}-errors`} errors={errors.dataset} />
      </FormRow>
      {entry !== undefined && (
        <>
          <p className={styles.sentence}>{entry.sentence}</p>
          <p className={styles.reference}>
            {say("data.samples", { samples: formatCount(entry.samples) })} ·{" "}
            {say("data.classes", { classes: entry.classes.length })} ·{" "}
            <span translate="no">{entry.source}</span>
          </p>
          <SettingsForm
            entry={entry}
            values={options}
            errors={errors.options}
            kinds={kinds}
            onChange={(field, value) => {
              setData({ options: { ...options, [field]: value } });
            }}
          />
        </>
      )}
      <FormRow label={say("data.size")} title={say("data.sizeHint")} htmlFor={ids.size}>
        <NumberField
          id={ids.size}
          value={data.train_size ?? null}
          whole
          nullable
          placeholder={say("data.all")}
          bounds={size}
          testId="field-train_size"
          onChange={(value) => {
            setData({ train_size: value });
          }}
        />
      </FormRow>
      <FormRow label={say("data.share")} title={say("data.shareHint")} htmlFor={ids.share}>
        <NumberField
          id={ids.share}
          value={data.validation_fraction ?? 0.1}
          whole={false}
          bounds={share}
          testId="field-validation_fraction"
          onChange={(value) => {
            if (value !== null) setData({ validation_fraction: value });
          }}
        />
      </FormRow>
    </Section>
  );
}

/** The errors that belong to the data: to the choice itself, and to the set's own options. */
function useDataErrors(): { dataset: Mendable[]; options: Mendable[] } {
  const result = useCheck((state) => state.result);
  const own = errorsAt({ result }, null).map((error) => ({
    ...error,
    field: (error.field ?? "").replace(/^data\./, ""),
  }));
  return {
    dataset: own.filter((error) => error.field === "dataset" || error.field === "data"),
    options: own
      .filter((error) => error.field.startsWith("options."))
      .map((error) => ({ ...error, field: error.field.replace(/^options\./, "") })),
  };
}
