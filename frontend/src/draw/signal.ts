/** How strong the signal is behind each layer, beside how strong theory has it. */
import { crisp } from "./axis";
import { decimal, scientific } from "./format";
import { flowDomain, isWritten, measureLabels, shorten } from "./gradientFlow";
import { linearScale, logScale, logTicks, niceTicks, type Scale } from "./scale";
import { type Context, figureText, plainText, type Point, type Size, type Theme } from "./theme";

export interface SignalRow {
  readonly label: string;
  /** The variance of the layer's output; null where it is not finite, or was not measured. */
  readonly measured: number | null;
  /** What theory predicts; null where it says nothing. */
  readonly predicted: number | null;
  readonly isSelected: boolean;
}

export interface SignalView extends Size {
  /** In the order of the forward pass. */
  readonly rows: readonly SignalRow[];
  readonly isLogarithmic: boolean;
  readonly pointer: Point | null;
}

const axisHeight = 20;
const valueWidth = 62;

export function signalPitch({ rows, height }: SignalView): number {
  return Math.min(40, (height - axisHeight) / Math.max(1, rows.length));
}

/** The row under the pointer, by its place; null outside. */
export function rowUnder(view: SignalView): number | null {
  if (view.pointer === null) return null;
  const row = Math.floor(view.pointer.y / signalPitch(view));
  return row >= 0 && row < view.rows.length ? row : null;
}

function signalScale(view: SignalView, start: number, end: number): Scale {
  const values = view.rows.flatMap(({ measured, predicted }) =>
    [measured, predicted].filter((value) => value !== null),
  );
  if (view.isLogarithmic) return logScale(flowDomain(values), [start, end]);
  return linearScale([0, Math.max(...values, 0) || 1], [start, end]);
}

function drawGrid(context: Context, x: Scale, bottom: number, isLog: boolean, theme: Theme): void {
  const [start, end] = x.range;
  const most = Math.max(2, (end - start) / 48);
  const ticks = isLog ? logTicks(...x.domain, most) : niceTicks(...x.domain, most).ticks;
  for (const tick of ticks) {
    const pixel = x.toPixel(tick);
    context.strokeStyle = theme.grid;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(crisp(pixel), 0);
    context.lineTo(crisp(pixel), bottom + 2);
    context.stroke();
    context.fillStyle = theme.faint;
    context.font = figureText(theme);
    context.textAlign = "center";
    context.fillText(isLog ? scientific(tick, 0) : decimal(tick), pixel, bottom + 12);
  }
}

/** Measured variances are filled, joined from layer to layer; predicted ones are hollow. */
export function drawSignal(context: Context, view: SignalView, theme: Theme): void {
  const { rows, isLogarithmic } = view;
  const labels = measureLabels(context, view, theme);
  const pitch = signalPitch(view);
  const x = signalScale(view, labels + 6, Math.max(labels + 14, view.width - valueWidth));
  const [start, end] = x.range;
  const place = (value: number): number =>
    isLogarithmic && value <= 0 ? start : Math.max(start, Math.min(end, x.toPixel(value)));
  context.textBaseline = "middle";
  drawGrid(context, x, pitch * rows.length, isLogarithmic, theme);
  const under = rowUnder(view);
  const joined: Point[] = [];
  for (const [index, { label, measured, predicted, isSelected }] of rows.entries()) {
    const middle = pitch * (index + 0.5);
    if (index === under) {
      context.fillStyle = theme.grid;
      context.globalAlpha = 0.6;
      context.fillRect(0, middle - pitch / 2, view.width, pitch);
      context.globalAlpha = 1;
    }
    if (measured !== null) joined.push({ x: place(measured), y: middle });
    if (measured !== null && predicted !== null) {
      context.strokeStyle = theme.negative;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(place(measured), middle);
      context.lineTo(place(predicted), middle);
      context.stroke();
    }
    if (!isWritten(rows, index, pitch)) continue;
    context.font = plainText(theme);
    context.textAlign = "left";
    context.fillStyle = isSelected ? theme.ink : theme.soft;
    context.fillText(shorten(context, label, labels - 8), 0, middle);
    context.font = figureText(theme, 11);
    context.fillStyle = measured === null ? theme.faint : theme.ink;
    context.fillText(measured === null ? "–" : decimal(measured), end + 12, middle);
  }
  drawMarks(context, view, joined, place, theme);
}

function drawMarks(
  context: Context,
  view: SignalView,
  joined: readonly Point[],
  place: (value: number) => number,
  theme: Theme,
): void {
  context.strokeStyle = theme.accent;
  context.globalAlpha = 0.45;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const { x, y } of joined) context.lineTo(x, y);
  context.stroke();
  context.globalAlpha = 1;
  const pitch = signalPitch(view);
  const radius = Math.max(1.5, Math.min(4.5, pitch / 3));
  for (const [index, { predicted }] of view.rows.entries()) {
    if (predicted === null) continue;
    context.beginPath();
    context.arc(place(predicted), pitch * (index + 0.5), radius, 0, 2 * Math.PI);
    context.fillStyle = theme.panel;
    context.fill();
    context.strokeStyle = theme.negative;
    context.lineWidth = 1.75;
    context.stroke();
  }
  for (const { x, y } of joined) {
    context.beginPath();
    context.arc(x, y, radius * 0.8, 0, 2 * Math.PI);
    context.fillStyle = theme.accent;
    context.fill();
  }
}
