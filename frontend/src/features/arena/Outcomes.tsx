import { IconArrowDown, IconArrowUp, IconCheck, IconCopy } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { Catalog, RunSpec } from "@/contracts";
import { decimal, share } from "@/draw/format";
import { differences, outcomeOf, sameStart, useArena } from "@/state/arena";
import { useCatalog } from "@/state/document";
import { formatCount, formatRate } from "@/ui";
import type { Source } from "@/ui/canvas/painter";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { useWords } from "@/words";
import styles from "./Arena.module.css";
import bar from "./ArenaBar.module.css";
import compared from "./Compared.module.css";
import marks from "./VariantMark.module.css";
import { Differences } from "./Differences";
import {
  type Measure,
  MEASURES,
  type Order,
  type OutcomeRow,
  type SortKey,
  sortRows,
  startsDescending,
  toCsv,
} from "./outcomeRows";
import type { ShownVariant } from "./useVariants";
import { VariantActs } from "./VariantActs";
import { LineMark, pointing, StateWord } from "./VariantMark";

/** Tells of every new figure and of every new state of the runs. */
function sourceOf(variants: readonly ShownVariant[]): Source {
  return {
    subscribe(listener) {
      const forgets = variants.flatMap(({ variant: { run } }) => [
        run.telemetry.series.subscribe(listener),
        run.telemetry.store.subscribe(listener),
      ]);
      return () => {
        for (const forget of forgets) forget();
      };
    },
  };
}

/** Reads the rows; the same figures give the same rows, so that nothing is drawn twice. */
function rowsReader(
  variants: readonly ShownVariant[],
  base: RunSpec | null,
  catalog: Catalog | null,
): () => readonly OutcomeRow[] {
  const first = variants[0]?.variant.run.telemetry.probes;
  const told = variants.map(({ variant }) =>
    base === null || catalog === null ? [] : differences(base, variant.spec, catalog),
  );
  let held: readonly OutcomeRow[] = [];
  return () => {
    const now = variants.map(({ variant, name }, index) => ({
      id: variant.id,
      name,
      differences: told[index] ?? [],
      start: first === undefined ? null : sameStart(first, variant.run.telemetry.probes),
      outcome: outcomeOf(variant.run),
    }));
    if (JSON.stringify(now) !== JSON.stringify(held)) held = now;
    return held;
  };
}

function useRows(variants: readonly ShownVariant[]): readonly OutcomeRow[] {
  const catalog = useCatalog((state) => state.catalog);
  const base = useArena((state) => state.base);
  const source = useMemo(() => sourceOf(variants), [variants]);
  const read = useMemo(() => rowsReader(variants, base, catalog), [variants, base, catalog]);
  return useMeasured(source, read);
}

/** How each variant has done: sortable, and to be taken along as CSV. */
export function Outcomes({ variants }: { variants: readonly ShownVariant[] }) {
  const say = useWords("arena");
  const rows = useRows(variants);
  const [order, setOrder] = useState<Order>({ key: "given", isDescending: false });
  const sorted = sortRows(rows, order);
  // What no variant measures has no columns.
  const measures = MEASURES.filter(
    (measure) =>
      measure.startsWith("train") || rows.some(({ outcome }) => outcome[measure].last !== null),
  );
  const sort = (key: SortKey): void => {
    setOrder(
      order.key === key
        ? { key, isDescending: !order.isDescending }
        : { key, isDescending: startsDescending(key) },
    );
  };
  return (
    <>
      <div className={styles.gridTools}>
        <CopyButton rows={sorted} />
        <span className={styles.note}>{say("table.note")}</span>
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={say("table.label")}>
        <table className={compared.table} data-testid="arena-outcomes">
          <thead>
            <tr>
              <Head sortKey="name" order={order} onSort={sort} rows={2}>
                {say("table.variant")}
              </Head>
              <th rowSpan={2}>{say("table.differs")}</th>
              <th rowSpan={2} title={say("table.startHint")}>
                {say("table.start")}
              </th>
              <Head sortKey="state" order={order} onSort={sort} rows={2}>
                {say("table.state")}
              </Head>
              <Head sortKey="step" order={order} onSort={sort} rows={2} isFigure>
                {say("table.step")}
              </Head>
              <Head sortKey="speed" order={order} onSort={sort} rows={2} isFigure>
                {say("table.speed")}
              </Head>
              {measures.map((measure) => (
                <th key={measure} colSpan={2} scope="colgroup" className={compared.pair}>
                  {say(`table.${measure}`)}
                </th>
              ))}
              <th rowSpan={2}>
                <span className="visually-hidden">{say("table.actions")}</span>
              </th>
            </tr>
            <tr>
              {measures.flatMap((measure) =>
                (["last", "best"] as const).map((which) => (
                  <Head
                    key={`${measure}.${which}`}
                    sortKey={`${measure}.${which}`}
                    order={order}
                    onSort={sort}
                    isFigure
                  >
                    {say(`table.${which}`)}
                  </Head>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => {
              const shown = variants.find(({ variant }) => variant.id === row.id);
              return shown === undefined ? null : (
                <Row key={row.id} row={row} shown={shown} measures={measures} />
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({
  row,
  shown,
  measures,
}: {
  row: OutcomeRow;
  shown: ShownVariant;
  measures: readonly Measure[];
}) {
  const say = useWords("arena");
  const { outcome, start } = row;
  const nothing = say("table.nothing");
  return (
    <tr data-testid={`arena-outcome-${row.id}`} {...pointing(row.id)}>
      <th scope="row">
        <span className={marks.markName}>
          <LineMark line={shown.line} />
          <span>{row.name}</span>
        </span>
      </th>
      <td className={compared.words}>
        <Differences of={row.differences} />
      </td>
      <td className={compared.figure} data-testid={`arena-start-${row.id}`}>
        {start === null ? nothing : `${start.same} / ${start.shared}`}
      </td>
      <td className={compared.words}>
        <StateWord state={outcome.state} variant={shown} />
      </td>
      <td className={compared.figure}>{formatCount(outcome.step)}</td>
      <td className={compared.figure}>
        {outcome.speed === null ? nothing : formatRate(outcome.speed)}
      </td>
      {measures.flatMap((measure) => {
        const write = measure.endsWith("Loss") ? decimal : share;
        return (["last", "best"] as const).map((which) => {
          const value = outcome[measure][which];
          return (
            <td
              key={`${measure}.${which}`}
              className={compared.figure}
              data-measure={`${measure}.${which}`}
              data-value={value ?? ""}
            >
              {value === null ? nothing : write(value)}
            </td>
          );
        });
      })}
      <td>
        <VariantActs shown={shown} />
      </td>
    </tr>
  );
}

function Head({
  sortKey,
  order,
  onSort,
  rows = 1,
  isFigure = false,
  children,
}: {
  sortKey: SortKey;
  order: Order;
  onSort: (key: SortKey) => void;
  rows?: number;
  isFigure?: boolean;
  children: React.ReactNode;
}) {
  const isSorted = order.key === sortKey;
  const direction = order.isDescending ? "descending" : "ascending";
  const Arrow = order.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <th
      rowSpan={rows}
      scope="col"
      className={isFigure ? compared.figure : undefined}
      aria-sort={isSorted ? direction : "none"}
    >
      <button
        type="button"
        data-testid={`arena-sort-${sortKey}`}
        onClick={() => {
          onSort(sortKey);
        }}
      >
        {children}
        <Arrow size={11} style={{ visibility: isSorted ? "visible" : "hidden" }} aria-hidden />
      </button>
    </th>
  );
}

function CopyButton({ rows }: { rows: readonly OutcomeRow[] }) {
  const say = useWords("arena");
  const [result, setResult] = useState<"copy" | "copied" | "notCopied">("copy");
  const copy = (): void => {
    const tell = (next: typeof result) => (): void => {
      setResult(next);
      setTimeout(() => {
        setResult("copy");
      }, 2000);
    };
    navigator.clipboard.writeText(toCsv(rows)).then(tell("copied"), tell("notCopied"));
  };
  return (
    <button type="button" className={bar.quiet} data-testid="arena-copy" onClick={copy}>
      {result === "copied" ? <IconCheck size={14} /> : <IconCopy size={14} />}
      <span role="status">{say(`table.${result}`)}</span>
    </button>
  );
}
