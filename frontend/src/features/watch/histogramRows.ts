/** The numbers of one histogram, as rows of text. */
import { densities, densityCeiling } from "@/draw/density";
import { count, decimal, share } from "@/draw/format";
import type { HistogramFigure, HistogramProbeName } from "@/transport/messages";
import type { Say } from "@/words";
import type { FigureRow } from "./Figures";

const absent = "–";

function number(value: number | null): string {
  return value === null ? absent : decimal(value);
}

/** Shares that mean something for this node only; a node without them says nothing about them. */
function shares(
  { zeroFraction, saturatedFraction, deadFraction }: HistogramFigure,
  say: Say<"watch">,
): FigureRow[] {
  const measured: [string, number | null][] = [
    [say("histogram.zero"), zeroFraction],
    [say("histogram.saturated"), saturatedFraction],
    [say("histogram.dead"), deadFraction],
  ];
  return measured.flatMap(([name, value]) =>
    value === null ? [] : [{ name, value: share(value) }],
  );
}

/** @param names other names for mean and spread, where it would not be plain whose they are */
export function histogramRows(
  figure: HistogramFigure,
  say: Say<"watch">,
  names: { mean: string; spread: string } = {
    mean: say("histogram.mean"),
    spread: say("histogram.spread"),
  },
): FigureRow[] {
  const rows: FigureRow[] = [
    { name: names.mean, value: number(figure.mean) },
    { name: names.spread, value: number(figure.std) },
    { name: say("histogram.minimum"), value: number(figure.min) },
    { name: say("histogram.maximum"), value: number(figure.max) },
    ...shares(figure, say),
  ];
  if (figure.nonFinite > 0) {
    rows.push({
      name: say("histogram.notFinite"),
      value: count(figure.nonFinite),
      finding: say("histogram.notFiniteFinding"),
    });
  }
  return rows;
}

/** How many values the histogram counts, and of how many. */
export function countedRow({ sampled, total }: HistogramFigure, say: Say<"watch">): FigureRow[] {
  const counted = { name: say("histogram.counted"), value: count(sampled) };
  return sampled === total
    ? [counted]
    : [counted, { name: say("histogram.of"), value: count(total) }];
}

/** How counts are drawn, and whether a towering bar is cut. */
export function countsNote(figure: HistogramFigure | null, say: Say<"watch">): string {
  const isCut = figure !== null && densityCeiling([densities(figure)]).isCut;
  return say(isCut ? "histogram.countsCut" : "histogram.counts");
}

/** "n = 52,800", or "n = 16,384 of 52,800" where only some values were counted. */
export function sampleSize({ sampled, total }: HistogramFigure, say: Say<"watch">): string {
  return sampled === total
    ? say("histogram.size", { sampled: count(sampled) })
    : say("histogram.sizeOf", { sampled: count(sampled), total: count(total) });
}

/** What the histogram counts: "weight of fc1". */
export function histogramSubject(
  probe: HistogramProbeName,
  node: string,
  parameter: string | null,
  say: Say<"watch">,
): string {
  return say(`histogram.subject.${probe}`, { node, parameter: parameter ?? "" });
}

/** The figures in one sentence, for those who do not see the picture. */
export function histogramSentence(
  subject: string,
  figure: HistogramFigure,
  step: number,
  say: Say<"watch">,
): string {
  const rows = histogramRows(figure, say).map((row) => `${row.name} ${row.value}`);
  return say("histogram.sentence", {
    subject,
    step: count(step),
    figures: rows.join(say("comma")),
    size: sampleSize(figure, say),
  });
}
