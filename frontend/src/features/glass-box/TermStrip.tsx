import { useElementSize } from "@mantine/hooks";
import { type PointerEvent, useMemo } from "react";
import { threeFigures } from "@/draw/format";
import { unitOf } from "@/draw/gridNumber";
import { drawTerms, termLayout, type TermRow, termUnder } from "@/draw/termRow";
import type { Context } from "@/draw/theme";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Frame, Marks } from "@/ui/canvas/painter";
import type { Terms } from "./arithmetic/cases";
import { value } from "./arithmetic/cases";
import { total } from "./arithmetic/sums";
import styles from "./Arithmetic.module.css";
import { limitOf } from "./maps";
import { useLiveView } from "./useLiveView";

interface Shown {
  row: TermRow;
  limits: readonly [number, number, number];
  selected: number | null;
  sum: number;
}

const TALLEST = 240;

function termText({ x, w }: TermRow, term: number): string {
  const seen = value(x, term);
  if (w === null) return threeFigures(seen);
  const weight = value(w, term);
  return `${threeFigures(weight)} · ${threeFigures(seen)} = ${threeFigures(weight * seen)}`;
}

function draw(context: Context, shown: Shown, frame: Frame): Marks {
  const layout = drawTerms(context, { ...shown, ...frame }, frame.theme);
  const under = frame.pointer === null ? null : termUnder(shown.row, layout, frame.pointer);
  return {
    data: { terms: shown.row.x.length, sum: shown.sum },
    reading: under === null ? null : termText(shown.row, under),
  };
}

/** The summands of the cell, one beside the other; the one under the pointer is told to whoever listens. */
export function TermStrip({
  terms,
  letters,
  label,
  selected,
  onTerm,
}: {
  terms: Terms;
  /** How the formula calls what is seen, and what weights it. */
  letters: readonly [seen: string, weight: string];
  label: string;
  selected: number | null;
  onTerm: (term: number | null) => void;
}) {
  const { ref, width } = useElementSize();
  const [seen, weight] = letters;
  const [row, limits] = useMemo<[TermRow, Shown["limits"]]>(() => {
    const products = terms.x.map((x, term) => x * (terms.w === null ? 1 : value(terms.w, term)));
    const sizes = [limitOf(terms.x), limitOf(terms.w ?? []), limitOf(products)] as const;
    const units = [unitOf(sizes[0]), unitOf(sizes[1]), unitOf(sizes[2])] as const;
    return [{ ...terms, letters: [seen, weight], units }, sizes];
  }, [terms, seen, weight]);
  const shown = useMemo<Shown>(
    () => ({ row, limits, selected, sum: total(terms).sum }),
    [row, limits, terms, selected],
  );
  const live = useLiveView(shown, draw);
  // Before the width is known, room for one line.
  const height = termLayout(row, { width: width || 600, height: TALLEST }).height;

  function under(event: PointerEvent<HTMLDivElement>): number | null {
    const box = event.currentTarget.getBoundingClientRect();
    const layout = termLayout(row, box);
    return termUnder(row, layout, { x: event.clientX - box.left, y: event.clientY - box.top });
  }

  return (
    <div
      ref={ref}
      className={styles.strip}
      style={{ height }}
      onPointerMove={(event) => {
        onTerm(under(event));
      }}
      onPointerLeave={() => {
        onTerm(null);
      }}
    >
      <FigureCanvas
        picture={live.picture}
        sources={live.sources}
        label={label}
        testId="glass-terms"
      />
    </div>
  );
}
