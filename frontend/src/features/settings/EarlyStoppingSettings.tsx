import { Switch } from "@mantine/core";
import { useId } from "react";
import { setRunSettings, useSpec } from "@/state/document";
import { FormRow, formStyles, SettingsForm } from "@/ui";
import { Section } from "./Section";
import styles from "./settings.module.css";
import { useKinds } from "./useKinds";

const entry = {
  schema: {
    properties: {
      metric: {
        enum: ["loss", "accuracy"],
        title: "Watch",
        description: "The validation figure that has to improve.",
      },
      patience: {
        type: "integer",
        minimum: 1,
        maximum: 100_000,
        title: "Patience, in epochs",
        description: "Epochs in a row without improvement after which training ends.",
      },
      minimum_improvement: {
        type: "number",
        minimum: 0,
        maximum: 1000,
        title: "Least improvement",
        description: "An epoch improves only when it beats the best one by more than this.",
      },
    },
  },
  defaults: { metric: "loss", patience: 5, minimum_improvement: 0 },
};

/** Whether training ends when validation no longer improves, and how long it waits. */
export function EarlyStoppingSettings() {
  const id = useId();
  const stopping = useSpec((spec) => spec.early_stopping) ?? null;
  const share = useSpec((spec) => spec.data.validation_fraction) ?? 0.1;
  const kinds = useKinds();

  return (
    <Section title="Early stopping">
      <FormRow
        label="Stop at the best"
        title="Ends training when validation has stopped improving, and keeps the best weights."
        htmlFor={id}
      >
        <span className={formStyles.switch}>
          <Switch
            id={id}
            size="xs"
            checked={stopping !== null}
            disabled={stopping === null && share === 0}
            data-testid="field-early_stopping"
            onChange={(event) => {
              setRunSettings({ early_stopping: event.currentTarget.checked ? {} : null });
            }}
          />
        </span>
      </FormRow>
      {share === 0 && (
        <p className={styles.sentence}>It needs a validation share above 0, to measure on.</p>
      )}
      {stopping !== null && (
        <SettingsForm
          entry={entry}
          values={stopping}
          kinds={kinds}
          onChange={(field, value) => {
            setRunSettings({ early_stopping: { ...stopping, [field]: value } });
          }}
        />
      )}
    </Section>
  );
}
