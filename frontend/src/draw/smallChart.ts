/** A few lines over one axis, small: an activation's curve, a learning rate over a run. */
import { crisp, drawHorizontalAxis, drawVertical } from "./axis";
import { parseColour, toCss } from "./colour";
import { tickLabel } from "./format";
import { linearScale, niceTicks, type Scale } from "./scale";
import { type Context, figureText, type Point, type Size, type Theme } from "./theme";

export interface ChartLine {
  readonly colour: string;
  readonly isDashed?: boolean;
  /** One for each x; null where there is no number, which leaves a gap. */
  readonly values: readonly (number | null)[];
}

export interface ChartView extends Size {
  /** Rising. */
  readonly x: readonly number[];
  readonly lines: readonly ChartLine[];
  /** Which of the x a band stands behind. */
  readonly shaded?: readonly boolean[] | null;
  /** Whether the vertical axis starts at zero, whatever the values. */
  readonly fromZero?: boolean;
  readonly pointer: Point | null;
}

const margin = { right: 8, top: 8, bottom: 20 };

/** The width of a figure's character at the size of labels: the font is monospaced. */
const characterWidth = 6.4;

/** The values' range, with a little air; a single value stands in the middle. */
function extent({ lines, fromZero }: ChartView): [number, number] {
  let low = fromZero === true ? 0 : Infinity;
  let high = -Infinity;
  for (const { values } of lines) {
    for (const value of values) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) return [0, 1];
  if (low === high) return [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2];
  const air = (high - low) * 0.06;
  return [fromZero === true ? low : low - air, high + air];
}

/** The labels of the vertical axis, by their values. */
function valueLabels({ domain, range }: Scale): [number, string][] {
  const { ticks, spacing } = niceTicks(...domain, Math.max(2, (range[0] - range[1]) / 32));
  return ticks.map((tick) => [tick, tickLabel(tick, spacing)]);
}

export function chartScales(view: ChartView): { x: Scale; y: Scale } {
  const { x, width, height } = view;
  const y = linearScale(extent(view), [height - margin.bottom, margin.top]);
  const longest = Math.max(0, ...valueLabels(y).map(([, label]) => label.length));
  const left = Math.max(28, longest * characterWidth + 8);
  return { x: linearScale([x[0] ?? 0, x.at(-1) ?? 1], [left, width - margin.right]), y };
}

/** Which of the x stands nearest under the pointer; null where none does. */
export function chartIndexUnder(view: ChartView): number | null {
  const { pointer, x } = view;
  if (pointer === null || x.length === 0) return null;
  const scales = chartScales(view);
  const [left, right] = scales.x.range;
  if (pointer.x < left - 4 || pointer.x > right + 4) return null;
  const wanted = scales.x.toValue(pointer.x);
  let low = 0;
  let high = x.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const before = Math.max(0, low - 1);
  return wanted - (x[before] ?? 0) < (x[low] ?? 0) - wanted ? before : low;
}

function drawValueAxis(context: Context, scales: { x: Scale; y: Scale }, theme: Theme): void {
  const [left, right] = scales.x.range;
  context.font = figureText(theme);
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const [tick, label] of valueLabels(scales.y)) {
    const pixel = scales.y.toPixel(tick);
    context.strokeStyle = tick === 0 ? theme.line : theme.grid;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(left, crisp(pixel));
    context.lineTo(right, crisp(pixel));
    context.stroke();
    context.fillStyle = theme.faint;
    context.fillText(label, left - 6, pixel);
  }
}

/** Bands over the stretches of x that are shaded, each as far as halfway to its neighbours. */
function drawShade(context: Context, view: ChartView, scale: Scale, theme: Theme): void {
  const { shaded, x, height } = view;
  if (shaded == null) return;
  const edge = (index: number, side: -1 | 1): number => {
    const here = x[index] ?? 0;
    return scale.toPixel((here + (x[index + side] ?? here)) / 2);
  };
  context.fillStyle = toCss(parseColour(theme.faint), theme.isDark ? 0.2 : 0.14);
  let start: number | null = null;
  for (let index = 0; index <= x.length; index += 1) {
    const isIn = shaded[index] === true;
    if (isIn && start === null) start = index;
    if (!isIn && start !== null) {
      const left = edge(start, -1);
      context.fillRect(
        left,
        margin.top,
        edge(index - 1, 1) - left,
        height - margin.top - margin.bottom,
      );
      start = null;
    }
  }
}

function traceLine(
  context: Context,
  x: readonly number[],
  values: readonly (number | null)[],
  scales: { x: Scale; y: Scale },
): void {
  context.beginPath();
  let isDown = false;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      isDown = false;
      continue;
    }
    const across = scales.x.toPixel(x[index] ?? 0);
    const up = scales.y.toPixel(value);
    if (isDown) context.lineTo(across, up);
    else context.moveTo(across, up);
    isDown = true;
  }
  context.stroke();
}

export function drawSmallChart(context: Context, view: ChartView, theme: Theme): void {
  const scales = chartScales(view);
  const [bottom, top] = scales.y.range;
  drawShade(context, view, scales.x, theme);
  drawValueAxis(context, scales, theme);
  const [low, high] = scales.x.domain;
  if (low < 0 && high > 0) drawVertical(context, scales.x.toPixel(0), top, bottom, theme.line);
  for (const { values, colour, isDashed } of view.lines) {
    context.save();
    context.strokeStyle = colour;
    context.lineWidth = 1.75;
    context.lineJoin = "round";
    context.setLineDash(isDashed === true ? [4, 3] : []);
    traceLine(context, view.x, values, scales);
    context.restore();
  }
  drawHorizontalAxis(context, scales.x, view.height - 5, theme);
  const under = chartIndexUnder(view);
  if (under === null) return;
  const across = scales.x.toPixel(view.x[under] ?? 0);
  drawVertical(context, across, top, bottom, toCss(parseColour(theme.ink), 0.35));
  for (const { values, colour } of view.lines) {
    const value = values[under] ?? null;
    if (value === null) continue;
    context.beginPath();
    context.arc(across, scales.y.toPixel(value), 3, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
    context.strokeStyle = theme.panel;
    context.lineWidth = 1;
    context.stroke();
  }
}
