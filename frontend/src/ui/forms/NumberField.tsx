import { useState, type KeyboardEvent } from "react";
import type { Phrase } from "@/words";
import { formatSetting } from "../format";
import { boundsProblem, stepped, type Bounds } from "./field";
import styles from "./forms.module.css";
import { NotApplied } from "./NotApplied";

export interface NumberFieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  whole: boolean;
  logarithmic?: boolean;
  bounds: Bounds;
  nullable?: boolean;
  placeholder?: string;
  id?: string;
  label?: string;
  describedBy?: string;
  invalid?: boolean;
  disabled?: boolean;
  className?: string | undefined;
  testId?: string;
}

/** Reads "0.001", "1e-3" and "1,000"; null for what is no number. */
export function parseNumber(text: string): number | null {
  const cleaned = text.trim().replaceAll(/[,\s_](?=\d{3}(?!\d))/g, "");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(cleaned) ? Number(cleaned) : null;
}

/**
 * A number, typed or stepped with the arrow keys (by 1-2-5 on a logarithmic scale). Text that is no
 * possible value stays visible with the reason and is not applied; Escape brings the value back.
 */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, whole, logarithmic = false, bounds, nullable = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const written = value === null ? "" : formatSetting(value);
  const problem = draft === null ? null : draftProblem(draft);

  function draftProblem(text: string): Phrase | null {
    if (text.trim() === "") return nullable ? null : { key: "ui:number.needed" };
    return boundsProblem(parseNumber(text) ?? Number.NaN, whole, bounds);
  }

  function type(text: string): void {
    setDraft(text);
    if (draftProblem(text) === null) onChange(text.trim() === "" ? null : parseNumber(text));
  }

  function step(event: KeyboardEvent, direction: 1 | -1): void {
    event.preventDefault();
    const from = value ?? bounds.minimum ?? 1;
    const next = stepped(from, direction, { whole, logarithmic, bounds });
    if (boundsProblem(next, whole, bounds) !== null) return;
    setDraft(null);
    onChange(next);
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.key === "ArrowUp") step(event, 1);
    else if (event.key === "ArrowDown") step(event, -1);
    else if (event.key === "Escape" && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
  }

  return (
    <>
      <input
        id={props.id}
        className={props.className ?? styles.input}
        inputMode={whole ? "numeric" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? written}
        placeholder={props.placeholder}
        disabled={props.disabled}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={problem !== null || props.invalid === true}
        data-testid={props.testId}
        onChange={(event) => {
          type(event.currentTarget.value);
        }}
        onBlur={() => {
          if (problem === null) setDraft(null);
        }}
        onKeyDown={handleKey}
      />
      <NotApplied problem={problem} value={written} />
    </>
  );
}
