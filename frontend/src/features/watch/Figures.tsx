import styles from "./Figures.module.css";

export interface FigureRow {
  name: string;
  value: string;
  /** Beside the value: why it matters. Amber is for findings. */
  finding?: string | null;
}

/** Names and figures in two columns; figures are as wide as each other. */
export function Figures({ rows, testId }: { rows: readonly FigureRow[]; testId?: string }) {
  return (
    <dl className={styles.figures} data-testid={testId}>
      {rows.map(({ name, value, finding = null }, index) => (
        <div key={index} className={styles.row} data-finding={finding !== null}>
          <dt>{name}</dt>
          <dd title={finding ?? undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
