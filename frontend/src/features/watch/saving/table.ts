/** The figures behind a view, as a table that other programs read. */

export type Cell = string | number | null;

export interface Table {
  /** Names that stay as they are in every language; `step` is among them. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Comma-separated values as RFC 4180 has them: a row of names, then the rows. What was not measured is empty.
 *
 * Numbers are written so that they read back as the very same.
 */
export function toCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

/** The step of the newest row; null where there is none. */
export function newestStep({ columns, rows }: Table): number | null {
  const place = columns.indexOf("step");
  const steps = rows.flatMap((row) => {
    const step = row[place];
    return typeof step === "number" ? [step] : [];
  });
  return steps.reduce<number | null>((most, step) => Math.max(most ?? step, step), null);
}

/** "neurarium-confusion-step-540.csv" */
export function fileName(view: string, step: number | null, ending: "csv" | "png"): string {
  return `neurarium-${view}${step === null ? "" : `-step-${step}`}.${ending}`;
}
