import type { CatalogEntry, Component } from "@/contracts";
import type { Mendable } from "./FieldErrors";
import styles from "./forms.module.css";
import { SettingsForm } from "./SettingsForm";

interface KindSelectProps {
  value: Component | null;
  entries: readonly CatalogEntry[];
  onChange: (value: Component) => void;
  invalid?: boolean;
  id: string;
  testId: string;
}

/** One of the catalog's kinds: an initializer, an optimizer, … */
export function KindSelect({ value, entries, onChange, invalid, id, testId }: KindSelectProps) {
  const chosen = entries.find((entry) => entry.kind === value?.kind);
  return (
    <select
      id={id}
      className={styles.select}
      value={value?.kind ?? ""}
      title={chosen?.sentence}
      aria-invalid={invalid}
      data-testid={testId}
      onChange={(event) => {
        // Defaults that are written out keep the document as it is when a later default differs.
        const entry = entries.find((one) => one.kind === event.currentTarget.value);
        if (entry !== undefined) onChange({ ...entry.defaults, kind: entry.kind });
      }}
    >
      {chosen === undefined && <option value={value?.kind ?? ""}>{value?.kind ?? "—"}</option>}
      {entries.map((entry) => (
        <option key={entry.kind} value={entry.kind}>
          {entry.title}
        </option>
      ))}
    </select>
  );
}

interface KindSettingsProps {
  value: Component | null;
  entries: readonly CatalogEntry[];
  onChange: (value: Component) => void;
  kinds: (list: string) => CatalogEntry[];
  errors?: readonly Mendable[];
  /** Where this setting is named in errors. */
  path: string;
}

/** The settings of the chosen kind, where it has any; stands below the row of its select. */
export function KindSettings({ value, entries, kinds, errors, path, onChange }: KindSettingsProps) {
  const chosen = entries.find((entry) => entry.kind === value?.kind);
  const settings = Object.keys(chosen?.schema.properties ?? {});
  if (chosen === undefined || value === null || settings.length === 0) return null;
  return (
    <div className={styles.nested}>
      <SettingsForm
        entry={chosen}
        values={value}
        kinds={kinds}
        path={`${path}.`}
        errors={errors ?? []}
        onChange={(field, next) => {
          onChange({ ...value, [field]: next });
        }}
      />
    </div>
  );
}
