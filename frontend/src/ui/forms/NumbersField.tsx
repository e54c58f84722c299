import { useState } from "react";
import type { Phrase } from "@/words";
import { boundsProblem, type Bounds } from "./field";
import { parseNumber } from "./NumberField";
import styles from "./forms.module.css";
import { NotApplied } from "./NotApplied";

interface NumbersFieldProps {
  value: readonly number[];
  onChange: (value: number[]) => void;
  whole: boolean;
  bounds: Bounds;
  /** How many numbers there must be, and may be. */
  atLeast: number;
  atMost: number;
  id: string;
  describedBy?: string;
  invalid: boolean;
  testId: string;
}

/** Reads "16, 4, 4", "16x4x4" and "1, 0.5, 1e-3"; null where something in it is no number, or no whole one. */
export function parseNumbers(text: string, whole = true): number[] | null {
  const parts = text.split(whole ? /[\s,;x×()[\]]+/ : /[\s,;()[\]]+/).filter((part) => part !== "");
  const numbers = parts.map((part) =>
    whole ? (/^[-+]?\d+$/.test(part) ? Number(part) : null) : parseNumber(part),
  );
  return numbers.every((one) => one !== null) ? numbers : null;
}

/**
 * Numbers in a row, such as a shape, typed with commas between them. Text that is no possible value
 * stays visible with the reason and is not applied; Escape brings the value back.
 */
export function NumbersField({
  value,
  onChange,
  whole,
  bounds,
  atLeast,
  atMost,
  ...rest
}: NumbersFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const problem = draft === null ? null : draftProblem(draft);

  function draftProblem(text: string): Phrase | null {
    const numbers = parseNumbers(text, whole);
    if (numbers === null) {
      return { key: whole ? "ui:numbers.wholeNeeded" : "ui:numbers.needed" };
    }
    if (numbers.length < atLeast) {
      return { key: "ui:numbers.atLeast", figures: { limit: atLeast } };
    }
    if (numbers.length > atMost) return { key: "ui:numbers.atMost", figures: { limit: atMost } };
    return (
      numbers.map((one) => boundsProblem(one, whole, bounds)).find((one) => one !== null) ?? null
    );
  }

  return (
    <>
      <input
        id={rest.id}
        className={styles.input}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? value.join(", ")}
        aria-describedby={rest.describedBy}
        aria-invalid={problem !== null || rest.invalid}
        data-testid={rest.testId}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setDraft(text);
          if (draftProblem(text) === null) onChange(parseNumbers(text, whole) ?? []);
        }}
        onBlur={() => {
          if (problem === null) setDraft(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || draft === null) return;
          event.stopPropagation();
          setDraft(null);
        }}
      />
      <NotApplied problem={problem} value={value.join(", ")} />
    </>
  );
}
