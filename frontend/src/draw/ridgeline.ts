/**
 * Histograms over time, the newest in front.
 *
 * Each slice stands on the height of its step and keeps its own bins at their true x: bins differ from
 * slice to slice, since their edges span the values there really were. What is drawn is density, so
 * slices with different bins can be compared, and no count is ever resampled.
 */
import { at } from "./array";
import { crisp, drawHorizontalAxis } from "./axis";
import { mix, parseColour, toCss } from "./colour";
import { binAt, densities, densityCeiling, type Histogram, sharedDomain } from "./density";
import { count } from "./format";
import { type BinFigures, binFigures } from "./histogram";
import { linearScale, niceTicks, type Scale } from "./scale";
import { type Context, figureText, type Point, type Size, type Theme } from "./theme";

export interface RidgeSlice extends Histogram {
  readonly step: number;
}

export interface RidgelineView extends Size {
  /** Oldest first. */
  readonly slices: readonly RidgeSlice[];
  readonly colour: string;
  readonly pointer: Point | null;
  /** A step that another view points at. */
  readonly linkedStep: number | null;
  /** Writes "step 0", in the language of the page. */
  readonly writeStep: (step: string) => string;
}

export interface RidgelineGeometry {
  readonly x: Scale;
  /** From a step to its baseline. */
  readonly y: Scale;
  /** The height of the ceiling above a baseline. */
  readonly amplitude: number;
  readonly ceiling: number;
  readonly isCut: boolean;
  readonly heights: readonly Float64Array[];
}

const margin = { left: 10, top: 6, bottom: 22 };

/** The label of the oldest slice; alone on the axis, or at 0, it says that these are steps. */
function firstLabel({ slices, writeStep }: RidgelineView): string {
  const first = slices[0]?.step ?? 0;
  const isNamed = first === 0 || slices.length === 1;
  return isNamed ? writeStep(count(first)) : count(first);
}

/** Widths of figures: all are as wide as each other, and Chinese characters some two thirds wider. */
function columns(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > "\u2e80" ? 1.7 : 1), 0);
}

/** Room for the labels of steps. */
function labelRoom(view: RidgelineView): number {
  const last = count(view.slices.at(-1)?.step ?? 0);
  return 14 + Math.max(columns(firstLabel(view)), columns(last)) * 6.4;
}

export function ridgelineGeometry(view: RidgelineView): RidgelineGeometry {
  const { slices, width, height } = view;
  const heights = slices.map(densities);
  const ceiling = densityCeiling(heights);
  const first = slices[0]?.step ?? 0;
  const last = slices.at(-1)?.step ?? 0;
  const bottom = height - margin.bottom;
  const room = Math.max(0, bottom - margin.top);
  // Few slices have the room to themselves; many overlap like hills.
  const amplitude = slices.length <= 1 ? room : Math.max(room * 0.24, room / slices.length);
  return {
    x: linearScale(sharedDomain(slices), [margin.left, width - labelRoom(view)]),
    y:
      first === last
        ? linearScale([first, first], [bottom, bottom])
        : linearScale([first, last], [margin.top + amplitude, bottom]),
    amplitude,
    ceiling: ceiling.value,
    isCut: ceiling.isCut,
    heights,
  };
}

/** The slice whose baseline is nearest to the pointer, else to the linked step; -1 for none. */
export function highlightedSlice(view: RidgelineView, geometry: RidgelineGeometry): number {
  const { pointer, linkedStep, slices } = view;
  const wanted = pointer === null ? linkedStep : geometry.y.toValue(pointer.y);
  if (wanted === null) return -1;
  let nearest = -1;
  for (const [index, { step }] of slices.entries()) {
    const best = slices[nearest];
    if (best === undefined || Math.abs(step - wanted) <= Math.abs(best.step - wanted)) {
      nearest = index;
    }
  }
  return nearest;
}

/** The line through the bins' middles, down to the baseline at the outer edges. */
function traceRidge(
  context: Context,
  slice: RidgeSlice,
  heights: Float64Array,
  geometry: RidgelineGeometry,
): void {
  const { edges } = slice;
  const base = geometry.y.toPixel(slice.step);
  context.beginPath();
  context.moveTo(geometry.x.toPixel(at(edges, 0)), base);
  for (const [bin, height] of heights.entries()) {
    const middle = (at(edges, bin) + at(edges, bin + 1)) / 2;
    const rise = geometry.ceiling > 0 ? Math.min(1, height / geometry.ceiling) : 0;
    context.lineTo(geometry.x.toPixel(middle), base - rise * geometry.amplitude);
  }
  context.lineTo(geometry.x.toPixel(at(edges, edges.length - 1)), base);
}

function drawSteps(
  context: Context,
  view: RidgelineView,
  geometry: RidgelineGeometry,
  theme: Theme,
) {
  const { slices, width } = view;
  const first = slices[0]?.step;
  const last = slices.at(-1)?.step;
  if (first === undefined || last === undefined) return;
  const x = width - labelRoom(view) + 10;
  context.font = figureText(theme);
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillStyle = theme.faint;
  const lastY = geometry.y.toPixel(last);
  context.fillText(first === last ? firstLabel(view) : count(last), x, lastY);
  if (first === last) return;
  const firstY = geometry.y.toPixel(first);
  context.fillText(firstLabel(view), x, firstY);
  const { ticks } = niceTicks(first, last, Math.max(1, (lastY - firstY) / 34));
  for (const tick of ticks) {
    const y = geometry.y.toPixel(tick);
    // Ends are labelled already.
    if (y - firstY < 16 || lastY - y < 16) continue;
    context.fillText(count(tick), x, y);
  }
}

function drawGrid(context: Context, geometry: RidgelineGeometry, height: number, theme: Theme) {
  const [low, high] = geometry.x.domain;
  const [start, end] = geometry.x.range;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  for (const tick of niceTicks(low, high, Math.max(1, (end - start) / 62)).ticks) {
    const x = crisp(geometry.x.toPixel(tick));
    context.beginPath();
    context.moveTo(x, margin.top);
    context.lineTo(x, height - margin.bottom);
    context.stroke();
  }
}

/** What is pointed at: a step alone where another view points, else the bin there, or none. */
export type RidgeFigures =
  | { readonly at: "step" | "gap"; readonly step: string }
  | { readonly at: "bin"; readonly step: string; readonly bin: BinFigures };

/** The figures that stand under the pointer; null when there are none. */
export function ridgeFigures(
  view: RidgelineView,
  geometry: RidgelineGeometry,
): RidgeFigures | null {
  const slice = view.slices[highlightedSlice(view, geometry)];
  if (slice === undefined) return null;
  const step = count(slice.step);
  if (view.pointer === null) return { at: "step", step };
  const bin = binAt(slice, geometry.x.toValue(view.pointer.x));
  return bin < 0 ? { at: "gap", step } : { at: "bin", step, bin: binFigures(slice, bin) };
}

export function drawRidgeline(context: Context, view: RidgelineView, theme: Theme): void {
  const geometry = ridgelineGeometry(view);
  const highlighted = highlightedSlice(view, geometry);
  const panel = parseColour(theme.panel);
  const hue = parseColour(view.colour);
  drawGrid(context, geometry, view.height, theme);
  context.lineJoin = "round";
  for (const [index, slice] of view.slices.entries()) {
    const heights = geometry.heights[index];
    if (heights === undefined) continue;
    const age = view.slices.length === 1 ? 1 : index / (view.slices.length - 1);
    traceRidge(context, slice, heights, geometry);
    context.fillStyle = toCss(mix(panel, hue, index === highlighted ? 0.95 : 0.2 + 0.5 * age));
    context.fill();
    context.strokeStyle =
      index === highlighted ? theme.ink : toCss(mix(hue, panel, 0.82 - 0.35 * age));
    context.lineWidth = index === highlighted ? 1.4 : 0.9;
    context.stroke();
  }
  drawHorizontalAxis(context, geometry.x, view.height - 6, theme);
  drawSteps(context, view, geometry, theme);
}
