import { useId } from "react";
import { openDescents } from "@/state/descents";
import { setComponent, useCatalog, useSpec } from "@/state/document";
import { Formula, FormRow, KindSelect, KindSettings } from "@/ui";
import { useWords } from "@/words";
import { ScheduleFigure } from "./ScheduleFigure";
import { Section } from "./Section";
import styles from "./settings.module.css";
import { useKinds } from "./useKinds";

/** How the weights follow the gradients, and how fast. */
export function OptimizerSettings() {
  const say = useWords("settings");
  const ids = { optimizer: useId(), schedule: useId() };
  const optimizer = useSpec((spec) => spec.optimizer);
  const schedule = useSpec((spec) => spec.schedule) ?? { kind: "constant" };
  const optimizers = useCatalog((state) => state.catalog?.optimizers) ?? [];
  const schedules = useCatalog((state) => state.catalog?.schedules) ?? [];
  const kinds = useKinds();
  const entry = optimizers.find((one) => one.kind === optimizer.kind);
  return (
    <Section title={say("optimizer.title")}>
      <FormRow
        label={say("optimizer.label")}
        htmlFor={ids.optimizer}
        below={
          <KindSettings
            path="optimizer"
            value={optimizer}
            entries={optimizers}
            kinds={kinds}
            onChange={(value) => {
              setComponent("optimizer", value);
            }}
          />
        }
      >
        <KindSelect
          id={ids.optimizer}
          testId="field-optimizer"
          value={optimizer}
          entries={optimizers}
          onChange={(value) => {
            setComponent("optimizer", value);
          }}
        />
      </FormRow>
      {entry !== undefined && (
        <>
          <p className={styles.sentence}>{entry.sentence}</p>
          <Formula latex={entry.formula} />
          <button
            type="button"
            className={styles.act}
            data-testid="settings-open-descents"
            onClick={() => {
              openDescents({ optimizer, schedule });
            }}
          >
            {say("optimizer.onSurface")}
          </button>
        </>
      )}
      {schedules.length > 1 && (
        <FormRow
          label={say("optimizer.schedule")}
          htmlFor={ids.schedule}
          below={
            <KindSettings
              path="schedule"
              value={schedule}
              entries={schedules}
              kinds={kinds}
              onChange={(value) => {
                setComponent("schedule", value);
              }}
            />
          }
        >
          <KindSelect
            id={ids.schedule}
            testId="field-schedule"
            value={schedule}
            entries={schedules}
            onChange={(value) => {
              setComponent("schedule", value);
            }}
          />
        </FormRow>
      )}
      <ScheduleFigure />
    </Section>
  );
}
