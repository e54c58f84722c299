/** The rows of the table of outcomes: in order, and as CSV. */
import type { Difference, Measured, Outcome, SameStart } from "@/state/arena";

export interface OutcomeRow {
  readonly id: string;
  readonly name: string;
  readonly differences: readonly Difference[];
  readonly start: SameStart | null;
  readonly outcome: Outcome;
}

export const MEASURES = [
  "trainLoss",
  "trainAccuracy",
  "validationLoss",
  "validationAccuracy",
] as const;
export type Measure = (typeof MEASURES)[number];

export type SortKey =
  "given" | "name" | "state" | "step" | "speed" | `${Measure}.${keyof Measured}`;

export interface Order {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

/** Whether the first press on a column puts the largest on top: accuracy and speed are better when high. */
export function startsDescending(key: SortKey): boolean {
  return key === "step" || key === "speed" || key.includes("Accuracy");
}

function valueOf(row: OutcomeRow, key: SortKey): string | number | null {
  switch (key) {
    case "given":
      return null;
    case "name":
      return row.name;
    case "state":
      return row.outcome.state;
    case "step":
      return row.outcome.step;
    case "speed":
      return row.outcome.speed;
    default: {
      const [measure, which] = key.split(".") as [Measure, keyof Measured];
      return row.outcome[measure][which];
    }
  }
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") {
    // A loss that is no number is worse than any that is.
    if (Number.isNaN(one) || Number.isNaN(other))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    return one - other;
  }
  return String(one).localeCompare(String(other));
}

/** What was not measured stands last, whichever way the rows are sorted; equals stay in their given order. */
export function sortRows(rows: readonly OutcomeRow[], { key, isDescending }: Order): OutcomeRow[] {
  if (key === "given") return [...rows];
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((row, otherRow) => {
    const [one, other] = [valueOf(row, key), valueOf(otherRow, key)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * compare(one, other);
  });
}

/** "optimizer.learning_rate: 0.1 → 0.01": in the spec's own names, which are no language's. */
export function writeDifference({ path, more, from, to }: Difference): string {
  const others = more > 0 ? ` (+${more})` : "";
  return `${path}${others}: ${from ?? "–"} → ${to ?? "–"}`;
}

function quoted(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const header = [
  "variant",
  "differs_in",
  "same_start",
  "state",
  "step",
  "steps_per_second",
  "train_loss_last",
  "train_loss_best",
  "train_accuracy_last",
  "train_accuracy_best",
  "validation_loss_last",
  "validation_loss_best",
  "validation_accuracy_last",
  "validation_accuracy_best",
];

/** Comma-separated, with a header and every digit (RFC 4180); what was not measured is empty. */
export function toCsv(rows: readonly OutcomeRow[]): string {
  const lines = rows.map(({ name, differences, start, outcome }) => [
    name,
    differences.map(writeDifference).join("; "),
    start === null ? null : `${start.same} of ${start.shared}`,
    outcome.state,
    outcome.step,
    outcome.speed,
    ...MEASURES.flatMap((measure) => [outcome[measure].last, outcome[measure].best]),
  ]);
  return [header, ...lines].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}
