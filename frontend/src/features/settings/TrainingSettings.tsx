import { useId } from "react";
import { setRunSettings, useCatalog, useSpec } from "@/state/document";
import { FormRow, formStyles, NumberField } from "@/ui";
import { useWords } from "@/words";
import { Section } from "./Section";
import styles from "./settings.module.css";

const natural = { minimum: 1, maximum: 100_000, exclusiveMinimum: null, exclusiveMaximum: null };
const seeds = { minimum: 0, maximum: 2 ** 32 - 1, exclusiveMinimum: null, exclusiveMaximum: null };
const percent = { minimum: 0, maximum: 100, exclusiveMinimum: 0, exclusiveMaximum: null };

/** How long, in which portions, by whom and at what price of watching. */
export function TrainingSettings() {
  const say = useWords("settings");
  const ids = { batch: useId(), epochs: useId(), seed: useId(), budget: useId() };
  const batchSize = useSpec((spec) => spec.batch_size) ?? 100;
  const epochs = useSpec((spec) => spec.epochs) ?? 10;
  const seed = useSpec((spec) => spec.seed) ?? 0;
  const probes = useSpec((spec) => spec.probes);
  const budget = probes?.budget ?? 0.05;

  return (
    <Section title={say("training.title")}>
      <FormRow label={say("training.batch")} title={say("training.batchHint")} htmlFor={ids.batch}>
        <NumberField
          id={ids.batch}
          value={batchSize}
          whole
          bounds={natural}
          testId="field-batch_size"
          onChange={(value) => {
            if (value !== null) setRunSettings({ batch_size: value });
          }}
        />
      </FormRow>
      <FormRow
        label={say("training.epochs")}
        title={say("training.epochsHint")}
        htmlFor={ids.epochs}
      >
        <NumberField
          id={ids.epochs}
          value={epochs}
          whole
          bounds={natural}
          testId="field-epochs"
          onChange={(value) => {
            if (value !== null) setRunSettings({ epochs: value });
          }}
        />
      </FormRow>
      <FormRow label={say("training.seed")} title={say("training.seedHint")} htmlFor={ids.seed}>
        <NumberField
          id={ids.seed}
          value={seed}
          whole
          bounds={seeds}
          testId="field-seed"
          onChange={(value) => {
            if (value !== null) setRunSettings({ seed: value });
          }}
        />
      </FormRow>
      <FormRow
        label={say("training.watching")}
        title={say("training.watchingHint")}
        htmlFor={ids.budget}
      >
        <NumberField
          id={ids.budget}
          value={Number((budget * 100).toPrecision(6))}
          whole={false}
          bounds={percent}
          testId="field-budget"
          onChange={(value) => {
            if (value !== null) setRunSettings({ probes: { ...probes, budget: value / 100 } });
          }}
        />
      </FormRow>
    </Section>
  );
}

/** Who computes, and where. */
export function EngineSettings() {
  const say = useWords("settings");
  const ids = { engine: useId(), device: useId() };
  const engine = useSpec((spec) => spec.engine) ?? "scratch";
  const device = useSpec((spec) => spec.device) ?? "auto";
  const engines = useCatalog((state) => state.catalog?.engines) ?? [];
  const chosen = engines.find((one) => one.name === engine);
  const devices = chosen?.devices ?? [];

  return (
    <Section title={say("engine.title")}>
      <FormRow label={say("engine.label")} htmlFor={ids.engine}>
        <select
          id={ids.engine}
          className={formStyles.select}
          value={engine}
          data-testid="field-engine"
          onChange={(event) => {
            const name = event.currentTarget.value as typeof engine;
            const offered = engines.find((one) => one.name === name)?.devices ?? [];
            const fits = device === "auto" || offered.includes(device);
            setRunSettings({ engine: name, device: fits ? device : "auto" });
          }}
        >
          {engines.map((one) => (
            <option key={one.name} value={one.name} disabled={!one.available}>
              {one.available ? one.title : say("engine.missing", { engine: one.title })}
            </option>
          ))}
        </select>
      </FormRow>
      {chosen?.hint != null && <p className={styles.sentence}>{chosen.hint}</p>}
      <FormRow label={say("engine.device")} htmlFor={ids.device}>
        <select
          id={ids.device}
          className={formStyles.select}
          value={device}
          data-testid="field-device"
          onChange={(event) => {
            setRunSettings({ device: event.currentTarget.value });
          }}
        >
          {[...new Set([...(devices.includes("auto") ? [] : ["auto"]), ...devices, device])].map(
            (one) => (
              <option key={one}>{one}</option>
            ),
          )}
        </select>
      </FormRow>
    </Section>
  );
}
