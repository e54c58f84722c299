/** Histograms to be compared with each other: over one range, in cells of a grid. */
import { at } from "./array";
import { crisp, drawVertical } from "./axis";
import { parseColour, toCss } from "./colour";
import { binAt, densities, densityCeiling, type Histogram } from "./density";
import { tickLabel } from "./format";
import { markCuts, traceBins } from "./histogram";
import { linearScale, niceSpacing, type Scale } from "./scale";
import { type Context, figureText, type Point, type Size, type Theme } from "./theme";

export type Range = readonly [number, number];

/** How many times the usual width a histogram may have and still count for the range of all. */
const mostWidths = 8;

function extent({ edges }: Histogram): Range {
  return [at(edges, 0), at(edges, edges.length - 1)];
}

/** Outwards to round numbers: the range stays as it is while values move a little. */
function roundRange([low, high]: Range): Range {
  if (low === high) {
    const room = Math.max(Math.abs(low), 1e-6) / 2;
    return [low - room, high + room];
  }
  const spacing = niceSpacing(high - low, 4);
  return [Math.floor(low / spacing + 1e-6) * spacing, Math.ceil(high / spacing - 1e-6) * spacing];
}

/**
 * One range for all of them, from which those are left out that are far wider than most.
 *
 * Signals that explode layer after layer span thousands while others span one: drawn over their
 * range, all others would be a line at zero. What then lies beyond the range is told in numbers.
 */
export function sharedRange(histograms: readonly Histogram[]): Range {
  if (histograms.length === 0) return [0, 1];
  const extents = histograms.map(extent);
  const widths = extents.map(([low, high]) => high - low).sort((one, other) => one - other);
  const usual = widths[Math.floor((widths.length - 1) / 2)] ?? 0;
  const counted = extents.filter(([low, high]) => high - low <= mostWidths * usual);
  const [first = [0, 1] as const] = extents;
  return roundRange(
    counted.reduce<Range>(
      ([low, high], [from, to]) => [Math.min(low, from), Math.max(high, to)],
      counted[0] ?? first,
    ),
  );
}

/** The range that shows all of one histogram. */
export function ownRange(histogram: Histogram): Range {
  return roundRange(extent(histogram));
}

/**
 * The shares of values that lie below and above the range for certain: of bins that are wholly outside.
 *
 * A bin that reaches over an end is not counted, since where in it the values lie was not measured: with
 * signals that explode, a single bin holds all zeros of a ReLU and much of what is beyond.
 */
export function sharesBeyond(
  { edges, counts, sampled }: Histogram,
  [low, high]: Range,
): { below: number; above: number } {
  let below = 0;
  let above = 0;
  for (const [bin, count] of counts.entries()) {
    if (at(edges, bin + 1) <= low) below += count;
    else if (at(edges, bin) >= high) above += count;
  }
  return sampled === 0
    ? { below: 0, above: 0 }
    : { below: below / sampled, above: above / sampled };
}

export interface CellView extends Size {
  readonly histogram: Histogram;
  readonly range: Range;
  readonly colour: string;
  readonly pointer: Point | null;
  /** What stands between the ends of the range, such as the step: the first of them for which there is room. */
  readonly notes: readonly string[];
  /** What is said of the values below and above the range; empty where there are none. */
  readonly beyond: { readonly below: string; readonly above: string };
}

const margin = { side: 4, top: 5, bottom: 14 };

function scaleOf({ range, width }: Pick<CellView, "range" | "width">): Scale {
  return linearScale(range, [margin.side, width - margin.side]);
}

/** Heights of the bins that can be seen; others count nothing for how high the picture is. */
function visibleHeights(histogram: Histogram, [low, high]: Range): Float64Array {
  const { edges } = histogram;
  return densities(histogram).map((height, bin) =>
    at(edges, bin + 1) > low && at(edges, bin) < high ? height : 0,
  );
}

/** The bin under the pointer; null where there is none. */
export function cellBinUnder(view: CellView): number | null {
  if (view.pointer === null) return null;
  const bin = binAt(view.histogram, scaleOf(view).toValue(view.pointer.x));
  return bin < 0 ? null : bin;
}

function drawEnds(context: Context, view: CellView, theme: Theme): void {
  const [low, high] = view.range;
  const spacing = niceSpacing(high - low, 4);
  context.font = figureText(theme, 9.5);
  context.fillStyle = theme.faint;
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  const [left, right] = [tickLabel(low, spacing), tickLabel(high, spacing)];
  const baseline = view.height - 3;
  context.fillText(left, margin.side, baseline);
  context.textAlign = "right";
  context.fillText(right, view.width - margin.side, baseline);
  const widthOf = (text: string): number => context.measureText(text).width;
  // It stands in the middle, so the wider end decides.
  const room = view.width - 2 * (margin.side + 6 + Math.max(widthOf(left), widthOf(right)));
  const note = view.notes.find((one) => widthOf(one) <= room);
  if (note === undefined) return;
  context.textAlign = "center";
  context.fillText(note, view.width / 2, baseline);
}

function drawNotes(context: Context, view: CellView, theme: Theme): void {
  const right = view.width - margin.side;
  context.font = figureText(theme, 9.5);
  context.fillStyle = theme.faint;
  context.textBaseline = "alphabetic";
  context.textAlign = "right";
  const bottom = view.height - margin.bottom - 5;
  context.fillStyle = theme.soft;
  if (view.beyond.above !== "") context.fillText(`${view.beyond.above} \u203a`, right, bottom);
  context.textAlign = "left";
  if (view.beyond.below !== "")
    context.fillText(`\u2039 ${view.beyond.below}`, margin.side, bottom);
}

/** One histogram over the range that it shares; a peak that towers over the rest is cut and marked. */
export function drawCell(context: Context, view: CellView, theme: Theme): void {
  const { histogram, range, width, height } = view;
  const x = scaleOf(view);
  const bottom = height - margin.bottom;
  const heights = visibleHeights(histogram, range);
  const ceiling = densityCeiling([heights]);
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(margin.side, crisp(bottom));
  context.lineTo(width - margin.side, crisp(bottom));
  context.stroke();
  if (range[0] < 0 && range[1] > 0) {
    drawVertical(context, x.toPixel(0), margin.top, bottom, theme.grid);
  }
  context.save();
  context.beginPath();
  context.rect(margin.side - 1, 0, width - 2 * margin.side + 2, bottom + 1);
  context.clip();
  traceBins(context, histogram, heights, ceiling.value, x, margin.top, bottom);
  context.fillStyle = toCss(parseColour(view.colour), theme.isDark ? 0.36 : 0.26);
  context.fill();
  context.strokeStyle = view.colour;
  context.lineWidth = 1.25;
  context.lineJoin = "round";
  context.stroke();
  const bin = cellBinUnder(view);
  if (bin !== null) {
    const left = x.toPixel(at(histogram.edges, bin));
    const wide = Math.max(1.5, x.toPixel(at(histogram.edges, bin + 1)) - left);
    context.fillStyle = toCss(parseColour(theme.ink), 0.16);
    context.fillRect(left, margin.top, wide, bottom - margin.top);
  }
  if (ceiling.isCut) {
    markCuts(context, histogram, heights, ceiling.value, x, margin.top, theme);
  }
  context.restore();
  drawEnds(context, view, theme);
  drawNotes(context, view, theme);
}
