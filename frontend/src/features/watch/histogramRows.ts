/** The numbers of one histogram, as rows of text. */
import { densities, densityCeiling } from "@/draw/density";
import { count, decimal, share } from "@/draw/format";
import type { HistogramFigure } from "@/transport/messages";
import type { FigureRow } from "./Figures";

const absent = "–";

function number(value: number | null): string {
  return value === null ? absent : decimal(value);
}

/** Shares that mean something for this node only; a node without them says nothing about them. */
function shares({ zeroFraction, saturatedFraction, deadFraction }: HistogramFigure): FigureRow[] {
  const rows: FigureRow[] = [];
  if (zeroFraction !== null) rows.push({ name: "Zero", value: share(zeroFraction) });
  if (saturatedFraction !== null) rows.push({ name: "Saturated", value: share(saturatedFraction) });
  if (deadFraction !== null) rows.push({ name: "Dead units", value: share(deadFraction) });
  return rows;
}

export function histogramRows(figure: HistogramFigure): FigureRow[] {
  const rows: FigureRow[] = [
    { name: "Mean", value: number(figure.mean) },
    { name: "Spread (std)", value: number(figure.std) },
    { name: "Minimum", value: number(figure.min) },
    { name: "Maximum", value: number(figure.max) },
    ...shares(figure),
  ];
  if (figure.nonFinite > 0) {
    rows.push({
      name: "Not finite",
      value: count(figure.nonFinite),
      finding: "NaN or infinite values; they stand in no bin.",
    });
  }
  return rows;
}

/** How many values the histogram counts, and of how many. */
export function countedRow({ sampled, total }: HistogramFigure): FigureRow[] {
  const counted = { name: "Counted", value: count(sampled) };
  return sampled === total ? [counted] : [counted, { name: "of", value: count(total) }];
}

/** How counts are drawn, and whether a towering bar is cut. */
export function countsNote(figure: HistogramFigure | null): string {
  const isCut = figure !== null && densityCeiling([densities(figure)]).isCut;
  return isCut ? "values a bin, peak cut, mean dashed" : "values a bin, mean dashed";
}

/** "n = 52,800", or "n = 16,384 of 52,800" where only some values were counted. */
export function sampleSize({ sampled, total }: HistogramFigure): string {
  return sampled === total ? `n = ${count(sampled)}` : `n = ${count(sampled)} of ${count(total)}`;
}

/** The figures in one sentence, for those who do not see the picture. */
export function histogramSentence(name: string, figure: HistogramFigure, step: number): string {
  const rows = histogramRows(figure).map((row) => `${row.name} ${row.value}`);
  return `${name} at step ${count(step)}: ${rows.join(", ")}, ${sampleSize(figure)}.`;
}
