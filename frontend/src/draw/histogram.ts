/** One histogram: small on a card, large with its axis. */
import { at } from "./array";
import { crisp, drawHorizontalAxis, drawVertical } from "./axis";
import { parseColour, toCss } from "./colour";
import { binAt, densities, densityCeiling, type Histogram, sharedDomain } from "./density";
import { count, decimal, share } from "./format";
import { linearScale, niceTicks, type Scale } from "./scale";
import { type Context, figureText, type Point, type Size, type Theme } from "./theme";

/** The outline of the bins, from the baseline up and back; `ceiling` is drawn at `top`. */
export function traceBins(
  context: Context,
  { edges }: Histogram,
  heights: Float64Array,
  ceiling: number,
  x: Scale,
  top: number,
  bottom: number,
): void {
  context.beginPath();
  context.moveTo(x.toPixel(at(edges, 0)), bottom);
  for (const [bin, height] of heights.entries()) {
    const y = bottom - (ceiling > 0 ? Math.min(1, height / ceiling) : 0) * (bottom - top);
    context.lineTo(x.toPixel(at(edges, bin)), y);
    context.lineTo(x.toPixel(at(edges, bin + 1)), y);
  }
  context.lineTo(x.toPixel(at(edges, edges.length - 1)), bottom);
}

/** Two short strokes across a bar that goes on beyond the picture. */
function markCut(context: Context, x: number, top: number, width: number, theme: Theme): void {
  context.strokeStyle = theme.panel;
  context.lineWidth = 1.5;
  for (const offset of [4, 7.5]) {
    context.beginPath();
    context.moveTo(x - 1, top + offset + 1.5);
    context.lineTo(x + width + 1, top + offset - 1.5);
    context.stroke();
  }
}

/** Marks every bin that goes on beyond the picture. */
export function markCuts(
  context: Context,
  { edges }: Histogram,
  heights: Float64Array,
  ceiling: number,
  x: Scale,
  top: number,
  theme: Theme,
): void {
  for (const [bin, height] of heights.entries()) {
    if (height <= ceiling) continue;
    const left = x.toPixel(at(edges, bin));
    markCut(context, left, top, x.toPixel(at(edges, bin + 1)) - left, theme);
  }
}

/** The small picture on a card: no axis, the shape only, in its family's hue. */
export function drawHistogramMiniature(
  context: Context,
  view: Size & { histogram: Histogram; colour: string },
  theme: Theme,
): void {
  const { histogram, width, height } = view;
  const heights = densities(histogram);
  const ceiling = densityCeiling([heights]);
  const x = linearScale(sharedDomain([histogram]), [1, width - 1]);
  const bottom = height - 0.5;
  traceBins(context, histogram, heights, ceiling.value, x, 2, bottom);
  context.fillStyle = toCss(parseColour(view.colour), theme.isDark ? 0.28 : 0.2);
  context.fill();
  context.strokeStyle = view.colour;
  context.lineWidth = 1.25;
  context.lineJoin = "round";
  context.stroke();
  if (ceiling.isCut) markCuts(context, histogram, heights, ceiling.value, x, 2, theme);
}

export interface HistogramView extends Size {
  readonly histogram: Histogram;
  readonly mean: number | null;
  readonly colour: string;
  /** Where the pointer is, in the canvas; null when it is elsewhere. */
  readonly pointer: Point | null;
}

const margin = { left: 44, right: 10, top: 12, bottom: 20 };

/** A count under 1,000 in full, above as "1.2k". */
function shortCount(value: number): string {
  if (value < 1000) return count(value);
  return value < 1e6
    ? `${Number((value / 1e3).toFixed(1))}k`
    : `${Number((value / 1e6).toFixed(1))}M`;
}

/** The counts a bar of the given bin would have at the ceiling: bins are of nearly equal width. */
function countAtCeiling({ edges, counts, sampled }: Histogram, ceiling: number): number {
  const span = at(edges, edges.length - 1) - at(edges, 0);
  return (ceiling * span * sampled) / counts.length;
}

function drawCountAxis(context: Context, highest: number, y: Scale, width: number, theme: Theme) {
  const { ticks } = niceTicks(0, highest, 4);
  context.font = figureText(theme);
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const tick of ticks) {
    const pixel = y.toPixel(tick);
    context.strokeStyle = theme.grid;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(margin.left, crisp(pixel));
    context.lineTo(width - margin.right, crisp(pixel));
    context.stroke();
    context.fillStyle = theme.faint;
    context.fillText(shortCount(tick), margin.left - 6, pixel);
  }
}

/** What stands under the pointer: the bin, or null. */
export function histogramBinUnder(view: HistogramView): number | null {
  if (view.pointer === null) return null;
  const x = linearScale(sharedDomain([view.histogram]), [margin.left, view.width - margin.right]);
  const bin = binAt(view.histogram, x.toValue(view.pointer.x));
  return bin < 0 ? null : bin;
}

/** The figures of one bin, written: from −0.21 to −0.14 there are 412 values, 0.8 %. */
export interface BinFigures {
  readonly from: string;
  readonly to: string;
  readonly values: string;
  readonly share: string;
}

export function binFigures({ edges, counts, sampled }: Histogram, bin: number): BinFigures {
  const values = at(counts, bin);
  return {
    from: decimal(at(edges, bin)),
    to: decimal(at(edges, bin + 1)),
    values: count(values),
    share: share(sampled === 0 ? 0 : values / sampled),
  };
}

/** The large picture: counts, axis, the mean, and the bin under the pointer. */
export function drawHistogram(context: Context, view: HistogramView, theme: Theme): void {
  const { histogram, width, height } = view;
  const heights = densities(histogram);
  const ceiling = densityCeiling([heights]);
  const top = margin.top;
  const bottom = height - margin.bottom;
  const domain = sharedDomain([histogram]);
  const x = linearScale(domain, [margin.left, width - margin.right]);
  const highest = countAtCeiling(histogram, ceiling.value);
  drawCountAxis(context, highest, linearScale([0, highest], [bottom, top]), width, theme);
  traceBins(context, histogram, heights, ceiling.value, x, top, bottom);
  context.fillStyle = toCss(parseColour(view.colour), theme.isDark ? 0.42 : 0.32);
  context.fill();
  context.strokeStyle = view.colour;
  context.lineWidth = 1;
  context.lineJoin = "miter";
  context.stroke();
  const bin = histogramBinUnder(view);
  if (bin !== null) {
    const left = x.toPixel(at(histogram.edges, bin));
    const barWidth = Math.max(1, x.toPixel(at(histogram.edges, bin + 1)) - left);
    const barTop = bottom - Math.min(1, at(heights, bin) / (ceiling.value || 1)) * (bottom - top);
    context.fillStyle = toCss(parseColour(theme.ink), 0.08);
    context.fillRect(left, top, barWidth, bottom - top);
    context.fillStyle = view.colour;
    context.fillRect(left, barTop, barWidth, bottom - barTop);
  }
  if (ceiling.isCut) markCuts(context, histogram, heights, ceiling.value, x, top, theme);
  if (domain[0] < 0 && domain[1] > 0) {
    drawVertical(context, x.toPixel(0), top, bottom, toCss(parseColour(theme.faint), 0.5));
  }
  if (view.mean !== null) drawMean(context, x.toPixel(view.mean), top, bottom, theme);
  drawHorizontalAxis(context, x, height - 5, theme);
}

function drawMean(context: Context, x: number, top: number, bottom: number, theme: Theme): void {
  context.save();
  context.setLineDash([2, 3]);
  drawVertical(context, x, top, bottom, theme.ink);
  context.restore();
  context.fillStyle = theme.ink;
  context.beginPath();
  context.moveTo(x, bottom);
  context.lineTo(x - 3.5, bottom + 5);
  context.lineTo(x + 3.5, bottom + 5);
  context.closePath();
  context.fill();
}
