import { Switch } from "@mantine/core";
import type { CatalogEntry, Component } from "@/contracts";
import { useWords } from "@/words";
import type { Field } from "./field";
import styles from "./forms.module.css";
import { KindSelect } from "./KindField";
import { NumberField } from "./NumberField";
import { NumbersField } from "./NumbersField";
import { SizeField, type Size } from "./SizeField";

interface FieldControlProps {
  field: Field;
  id: string;
  path: string;
  value: unknown;
  invalid: boolean;
  kinds: (list: string) => CatalogEntry[];
  onChange: (value: unknown) => void;
}

/** The control that fits one setting. */
export function FieldControl(props: FieldControlProps) {
  const say = useWords("ui");
  const { field, id, value, invalid, onChange } = props;
  const testId = `field-${props.path}`;
  const shared = {
    id,
    invalid,
    testId,
    ...(invalid ? { describedBy: `${id}-errors` } : {}),
  };

  switch (field.type) {
    case "number":
      return (
        <NumberField
          {...shared}
          value={typeof value === "number" ? value : null}
          whole={field.whole}
          logarithmic={field.logarithmic}
          bounds={field.bounds}
          nullable={field.nullable}
          {...(field.nullable ? { placeholder: field.empty ?? say("automatic") } : {})}
          onChange={onChange}
        />
      );
    case "size":
      return (
        <SizeField
          {...shared}
          title={field.title}
          value={isSize(value) || isWord(value, field.words) ? value : null}
          words={field.words}
          bounds={field.bounds}
          nullable={field.nullable}
          onChange={onChange}
        />
      );
    case "numbers":
      return (
        <NumbersField
          {...shared}
          value={isNumbers(value) ? value : []}
          whole={field.whole}
          bounds={field.bounds}
          atLeast={field.atLeast}
          atMost={field.atMost}
          onChange={onChange}
        />
      );
    case "boolean":
      return (
        <span className={styles.switch}>
          <Switch
            id={id}
            size="xs"
            checked={value === true}
            data-testid={testId}
            onChange={(event) => {
              onChange(event.currentTarget.checked);
            }}
          />
        </span>
      );
    case "choice":
      return (
        <select
          id={id}
          className={styles.select}
          value={String(value)}
          aria-invalid={invalid}
          data-testid={testId}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        >
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
      );
    case "kind":
      return (
        <KindSelect
          {...shared}
          value={asComponent(value)}
          entries={props.kinds(field.list)}
          onChange={onChange}
        />
      );
    case "text":
      return (
        <input
          id={id}
          className={styles.input}
          value={typeof value === "string" ? value : ""}
          aria-invalid={invalid}
          data-testid={testId}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
  }
}

function isSize(value: unknown): value is Size {
  return (
    typeof value === "number" ||
    (Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "number"))
  );
}

function isWord(value: unknown, words: readonly string[]): value is string {
  return typeof value === "string" && words.includes(value);
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((one) => typeof one === "number");
}

export function asComponent(value: unknown): Component | null {
  const isOne = typeof value === "object" && value !== null && "kind" in value;
  return isOne ? (value as Component) : null;
}
