import { useId } from "react";
import type { Catalog, CatalogEntry, Component, RunSpec } from "@/contracts";
import { type Change, layerFields } from "@/state/arena";
import { entriesOf, layerEntry } from "@/state/document";
import { FormRow, formStyles, KindSelect, KindSettings, NumberField, SettingsForm } from "@/ui";
import { useWords } from "@/words";
import { fieldTitle } from "./titles";

interface ChangeFormProps<C extends Change = Change> {
  change: C;
  /** What the variant is made of. */
  spec: RunSpec;
  catalog: Catalog;
  onChange: (change: Change) => void;
}

const natural = { minimum: 1, maximum: 100_000, exclusiveMinimum: null, exclusiveMaximum: null };
const seeds = { minimum: 0, maximum: 2 ** 32 - 1, exclusiveMinimum: null, exclusiveMaximum: null };

/** The controls by which a change gets its value. */
export function ChangeForm(props: ChangeFormProps) {
  const { change, spec, catalog, onChange } = props;
  const say = useWords("arena");
  switch (change.setting) {
    case "optimizer":
    case "schedule":
      return (
        <KindForm
          {...props}
          value={change.value}
          list={`${change.setting}s`}
          onValue={(value) => {
            onChange({ ...change, value });
          }}
        />
      );
    case "initializer":
      return (
        <KindForm
          {...props}
          value={change.value}
          list="initializers"
          onValue={(value) => {
            onChange({ ...change, value });
          }}
        />
      );
    case "optimizer_setting":
      return (
        <OneSetting
          entry={entriesOf(catalog, "optimizers").find(({ kind }) => kind === spec.optimizer.kind)}
          field={change.name}
          value={change.value}
          catalog={catalog}
          onValue={(value) => {
            if (value === null || typeof value === "number" || typeof value === "boolean") {
              onChange({ ...change, value });
            }
          }}
        />
      );
    case "activation":
      return (
        <ChoiceRow
          label={say("add.value")}
          value={change.value}
          choices={catalog.layers
            .filter(({ family, kind }) => family === "activation" && kind !== "softmax")
            .map(({ kind, title }) => ({ value: kind, text: title }))}
          onValue={(value) => {
            onChange({ ...change, value });
          }}
        />
      );
    case "batch_norm":
      return (
        <ChoiceRow
          label={say("add.value")}
          value={String(change.value)}
          choices={[
            { value: "true", text: say("add.batchNormOn") },
            { value: "false", text: say("add.batchNormOff") },
          ]}
          onValue={(value) => {
            onChange({ ...change, value: value === "true" });
          }}
        />
      );
    case "dropout":
      return (
        <OneSetting
          entry={layerEntry(catalog, "dropout")}
          field="p"
          value={change.value}
          catalog={catalog}
          hint={say("add.dropoutHint")}
          onValue={(value) => {
            if (typeof value === "number") onChange({ ...change, value });
          }}
        />
      );
    case "layer":
      return <LayerForm {...props} change={change} />;
    case "batch_size":
    case "seed":
      return (
        <NumberRow
          label={say("add.value")}
          value={change.value}
          bounds={change.setting === "seed" ? seeds : natural}
          onValue={(value) => {
            onChange({ ...change, value });
          }}
        />
      );
    case "engine":
      return (
        <ChoiceRow
          label={say("add.value")}
          value={change.value}
          choices={catalog.engines
            .filter(({ available }) => available)
            .map(({ name, title }) => ({ value: name, text: title }))}
          onValue={(value) => {
            onChange({ ...change, value: value === "torch" ? "torch" : "scratch" });
          }}
        />
      );
  }
}

function KindForm({
  value,
  list,
  catalog,
  onValue,
}: ChangeFormProps & { value: Component; list: string; onValue: (value: Component) => void }) {
  const say = useWords("arena");
  const id = useId();
  const entries = entriesOf(catalog, list);
  return (
    <FormRow
      label={say("add.value")}
      htmlFor={id}
      below={
        <KindSettings
          path={list}
          value={value}
          entries={entries}
          kinds={(name) => entriesOf(catalog, name)}
          onChange={onValue}
        />
      }
    >
      <KindSelect
        id={id}
        testId="arena-add-value"
        value={value}
        entries={entries}
        onChange={onValue}
      />
    </FormRow>
  );
}

/** A kind's form, reduced to one of its settings. */
function OneSetting({
  entry,
  field,
  value,
  catalog,
  hint,
  onValue,
}: {
  entry: CatalogEntry | undefined;
  field: string;
  value: unknown;
  catalog: Catalog;
  hint?: string;
  onValue: (value: unknown) => void;
}) {
  const properties = (entry?.schema.properties ?? {}) as Record<string, Record<string, unknown>>;
  const schema = properties[field];
  if (entry === undefined || schema === undefined) return null;
  const described = hint === undefined ? schema : { ...schema, description: hint };
  return (
    <SettingsForm
      entry={{ schema: { properties: { [field]: described } }, defaults: entry.defaults }}
      values={{ [field]: value }}
      kinds={(name) => entriesOf(catalog, name)}
      path="arena-"
      onChange={(_field, next) => {
        onValue(next);
      }}
    />
  );
}

function LayerForm({
  change,
  spec,
  catalog,
  onChange,
}: ChangeFormProps<Change & { setting: "layer" }>) {
  const say = useWords("arena");
  const nodes = spec.network.nodes.filter((node) => layerFields(node, catalog).length > 0);
  const node = nodes.find(({ id }) => id === change.node);
  const entry = node === undefined ? undefined : layerEntry(catalog, node.kind);
  const fields = node === undefined ? [] : layerFields(node, catalog);
  const valueOf = (id: string, field: string): unknown => {
    const found = nodes.find((one) => one.id === id);
    return found?.[field] ?? layerEntry(catalog, found?.kind ?? "")?.defaults[field];
  };
  return (
    <>
      <ChoiceRow
        label={say("add.layer")}
        value={change.node}
        choices={nodes.map(({ id }) => ({ value: id, text: id }))}
        testId="arena-add-node"
        onValue={(id) => {
          const chosen = nodes.find((one) => one.id === id);
          const [field = ""] = chosen === undefined ? [] : layerFields(chosen, catalog);
          onChange({ setting: "layer", node: id, field, value: valueOf(id, field) });
        }}
      />
      <ChoiceRow
        label={say("add.field")}
        value={change.field}
        choices={fields.map((field) => ({ value: field, text: fieldTitle(entry, field) }))}
        testId="arena-add-field"
        onValue={(field) => {
          onChange({ ...change, field, value: valueOf(change.node, field) });
        }}
      />
      <OneSetting
        entry={entry}
        field={change.field}
        value={change.value}
        catalog={catalog}
        onValue={(value) => {
          onChange({ ...change, value });
        }}
      />
    </>
  );
}

function ChoiceRow({
  label,
  value,
  choices,
  testId = "arena-add-value",
  onValue,
}: {
  label: string;
  value: string;
  choices: readonly { value: string; text: string }[];
  testId?: string;
  onValue: (value: string) => void;
}) {
  const id = useId();
  return (
    <FormRow label={label} htmlFor={id}>
      <select
        id={id}
        className={formStyles.select}
        value={value}
        data-testid={testId}
        onChange={(event) => {
          onValue(event.currentTarget.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </FormRow>
  );
}

function NumberRow({
  label,
  value,
  bounds,
  onValue,
}: {
  label: string;
  value: number;
  bounds: typeof natural | typeof seeds;
  onValue: (value: number) => void;
}) {
  const id = useId();
  return (
    <FormRow label={label} htmlFor={id}>
      <NumberField
        id={id}
        value={value}
        whole
        bounds={bounds}
        testId="arena-add-value"
        onChange={(next) => {
          if (next !== null) onValue(next);
        }}
      />
    </FormRow>
  );
}
