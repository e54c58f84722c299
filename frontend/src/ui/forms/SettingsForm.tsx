import { useId } from "react";
import type { CatalogEntry } from "@/contracts";
import { readFields, type Field } from "./field";
import { asComponent, FieldControl } from "./FieldControl";
import { FieldErrors, type Mendable } from "./FieldErrors";
import { KindSettings } from "./KindField";
import styles from "./forms.module.css";

/** A kind with its settings: what the catalog lists, reduced to what a form needs. */
export type FormEntry = Pick<CatalogEntry, "schema" | "defaults">;

export interface SettingsFormProps {
  entry: FormEntry;
  /** What the document says; a setting that it leaves out has the entry's default. */
  values: Readonly<Record<string, unknown>>;
  onChange: (field: string, value: unknown) => void;
  /** Errors whose `field` names a setting of this form. */
  errors?: readonly Mendable[];
  /** The catalog's list of that name, for settings that are a kind themselves. */
  kinds: (list: string) => CatalogEntry[];
  /** Path of this form's settings in the errors: "" at the top, "weight_init." in a nested one. */
  path?: string;
}

/** A form for the settings of one kind, made from its JSON schema alone. */
export function SettingsForm(props: SettingsFormProps) {
  const fields = readFields(props.entry.schema);
  return (
    <div className={styles.form}>
      {fields.map((field) => (
        <SettingsRow key={field.name} field={field} {...props} />
      ))}
    </div>
  );
}

function SettingsRow({ field, ...props }: SettingsFormProps & { field: Field }) {
  const id = useId();
  const path = `${props.path ?? ""}${field.name}`;
  const errors = (props.errors ?? []).filter(
    (error) => error.field === path || (error.field ?? "").startsWith(`${path}.`),
  );
  const own = field.type === "kind" ? errors.filter((error) => error.field === path) : errors;
  const stated = props.values[field.name];
  const value = stated === undefined ? props.entry.defaults[field.name] : stated;

  const change = (next: unknown): void => {
    props.onChange(field.name, next);
  };

  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id} title={field.description}>
        {field.title}
      </label>
      <div className={styles.control}>
        <FieldControl
          field={field}
          id={id}
          path={path}
          value={value}
          invalid={errors.length > 0}
          kinds={props.kinds}
          onChange={change}
        />
        <FieldErrors id={`${id}-errors`} errors={own} />
      </div>
      {field.type === "kind" && (
        <KindSettings
          path={path}
          value={asComponent(value)}
          entries={props.kinds(field.list)}
          kinds={props.kinds}
          errors={errors}
          onChange={change}
        />
      )}
    </div>
  );
}
