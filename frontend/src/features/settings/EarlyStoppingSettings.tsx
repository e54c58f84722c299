import { Switch } from "@mantine/core";
import { useId } from "react";
import { setRunSettings, useSpec } from "@/state/document";
import { type FormEntry, FormRow, formStyles, SettingsForm } from "@/ui";
import { type Say, useWords } from "@/words";
import { Section } from "./Section";
import styles from "./settings.module.css";
import { useKinds } from "./useKinds";

/** The settings as a schema, so that they are drawn by the form that draws every other kind's. */
function entryIn(say: Say<"settings">): FormEntry {
  return {
    schema: {
      properties: {
        metric: {
          enum: ["loss", "accuracy"],
          "x-titles": { loss: say("stopping.loss"), accuracy: say("stopping.accuracy") },
          title: say("stopping.metric"),
          description: say("stopping.metricHint"),
        },
        patience: {
          type: "integer",
          minimum: 1,
          maximum: 100_000,
          title: say("stopping.patience"),
          description: say("stopping.patienceHint"),
        },
        minimum_improvement: {
          type: "number",
          minimum: 0,
          maximum: 1000,
          title: say("stopping.least"),
          description: say("stopping.leastHint"),
        },
      },
    },
    defaults: { metric: "loss", patience: 5, minimum_improvement: 0 },
  };
}

/** Whether training ends when validation no longer improves, and how long it waits. */
export function EarlyStoppingSettings() {
  const say = useWords("settings");
  const id = useId();
  const stopping = useSpec((spec) => spec.early_stopping) ?? null;
  const share = useSpec((spec) => spec.data.validation_fraction) ?? 0.1;
  const kinds = useKinds();

  return (
    <Section title={say("stopping.title")}>
      <FormRow label={say("stopping.on")} title={say("stopping.onHint")} htmlFor={id}>
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
      {share === 0 && <p className={styles.sentence}>{say("stopping.needsValidation")}</p>}
      {stopping !== null && (
        <SettingsForm
          entry={entryIn(say)}
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
