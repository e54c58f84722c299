/** Axes, drawn quietly. */
import { tickLabel } from "./format";
import type { Scale } from "./scale";
import { niceTicks } from "./scale";
import { type Context, figureText, type Theme } from "./theme";

/** How far apart labels stand at least, in pixels. */
const labelRoom = 62;

/** Half a pixel off, so that a hairline falls on one row of pixels. */
export function crisp(pixel: number): number {
  return Math.round(pixel) + 0.5;
}

/** Ticks and labels of a horizontal axis, the labels' baseline at `y`. */
export function drawHorizontalAxis(context: Context, scale: Scale, y: number, theme: Theme): void {
  const [low, high] = scale.domain;
  const [start, end] = scale.range;
  const { ticks, spacing } = niceTicks(low, high, Math.max(1, (end - start) / labelRoom));
  context.font = figureText(theme);
  context.fillStyle = theme.faint;
  context.textBaseline = "alphabetic";
  for (const tick of ticks) {
    const pixel = scale.toPixel(tick);
    const label = tickLabel(tick, spacing);
    const half = context.measureText(label).width / 2;
    // A label at the edge moves inwards rather than being cut off.
    const centre = Math.min(Math.max(pixel, start + half - 4), end - half + 4);
    context.textAlign = "center";
    context.fillText(label, centre, y);
  }
}

/** One vertical hairline. */
export function drawVertical(
  context: Context,
  x: number,
  top: number,
  bottom: number,
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(crisp(x), top);
  context.lineTo(crisp(x), bottom);
  context.stroke();
}

/** A dashed line at rest: the place is kept, and nothing measured is claimed. */
export function drawWaiting(context: Context, y: number, width: number, theme: Theme): void {
  context.save();
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.setLineDash([3, 4]);
  context.beginPath();
  context.moveTo(0, crisp(y));
  context.lineTo(width, crisp(y));
  context.stroke();
  context.restore();
}
