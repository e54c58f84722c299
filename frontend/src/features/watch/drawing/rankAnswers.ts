/** An answer as bars: which classes are shown, and from where to where each bar goes. */
import type { Prediction } from "@/contracts";
import { largest, smallest } from "@/draw/array";

/** More classes than these are shown by rank, the likeliest alone. */
export const MOST_BARS = 10;

export interface AnswerRow {
  readonly index: number;
  readonly name: string;
  /** A probability where the loss has them, else what the network put out; null where it is no number. */
  readonly value: number | null;
  /** What was put out for this class; null where one output speaks for two classes. */
  readonly output: number | null;
  /** The bar's ends, 0 to 1 of its track. */
  readonly from: number;
  readonly to: number;
}

/** @param target the class that the sample belongs to; it is always shown */
export function rankAnswers(
  { class_names, probabilities, outputs }: Prediction,
  target: number | null,
): { rows: readonly AnswerRow[]; hidden: number } {
  const put = outputs[0] ?? [];
  const isEach = put.length === class_names.length;
  const values = probabilities?.[0] ?? (isEach ? put : []);
  // Probabilities go from 0 to 1; anything else from its least to its most, 0 among them.
  const known = values.filter((value) => value !== null);
  const low = probabilities === null ? smallest(known, 0) : 0;
  const high = probabilities === null ? largest(known, 0) : 1;
  const along = (value: number): number => (high === low ? 0 : (value - low) / (high - low));
  const all = class_names.map((name, index): AnswerRow => {
    const value = values[index] ?? null;
    const [from, to] =
      value === null ? [0, 0] : [along(Math.min(0, value)), along(Math.max(0, value))];
    return { index, name, value, output: isEach ? (put[index] ?? null) : null, from, to };
  });
  if (all.length <= MOST_BARS) return { rows: all, hidden: 0 };
  const ranked = all.toSorted(
    (one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity),
  );
  const rows = ranked.slice(0, MOST_BARS);
  const own = target === null ? undefined : all[target];
  if (own !== undefined && !rows.includes(own)) rows[MOST_BARS - 1] = own;
  return { rows, hidden: all.length - rows.length };
}
