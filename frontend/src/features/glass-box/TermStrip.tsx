import { useElementSize } from "@mantine/hooks";
import { type PointerEvent, useMemo } from "react";
import { threeFigures } from "@/draw/format";
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
  limits: [number, number, number];
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
  label,
  selected,
  onTerm,
}: {
  terms: Terms;
  label: string;
  selected: number | null;
  onTerm: (term: number | null) => void;
}) {
  const { ref, width } = useElementSize();
  const shown = useMemo<Shown>(
    () => ({
      row: terms,
      limits: [
        limitOf(terms.x),
        limitOf(terms.w ?? []),
        limitOf(terms.x.map((x, term) => x * (terms.w === null ? 1 : value(terms.w, term)))),
      ],
      selected,
      sum: total(terms).sum,
    }),
    [terms, selected],
  );
  const live = useLiveView(shown, draw);
  // Before the width is known, room for one line.
  const height = termLayout(terms, { width: width || 600, height: TALLEST }).height;

  function under(event: PointerEvent<HTMLDivElement>): number | null {
    const box = event.currentTarget.getBoundingClientRect();
    const layout = termLayout(terms, box);
    return termUnder(terms, layout, { x: event.clientX - box.left, y: event.clientY - box.top });
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
