/** A surface from above, as filled contours with their scale, and the ways of optimizers over it. */
import { at } from "./array";
import { crisp } from "./axis";
import { toCss } from "./colour";
import {
  bandColours,
  bandOf,
  blended,
  contourLevels,
  contourSegments,
  type Grid,
} from "./contours";
import { count, scientific, tickLabel } from "./format";
import { linearScale, niceTicks, type Scale } from "./scale";
import { type Context, figureText, type Point, type Size, type Theme } from "./theme";
import type { VariantLine } from "./variantPalette";

export interface Way {
  readonly kind: string;
  readonly line: VariantLine;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly value: readonly number[];
}

/** A surface's map, drawn once and laid under the ways. */
export interface Ground {
  readonly grid: Grid;
  readonly levels: readonly number[];
}

export interface DescentView extends Size {
  readonly ground: Ground;
  readonly minima: readonly (readonly number[])[];
  readonly saddles: readonly (readonly number[])[];
  readonly ways: readonly Way[];
  /** How many steps of each are shown. */
  readonly step: number;
}

export interface MapScales {
  readonly x: Scale;
  readonly y: Scale;
}

const margin = { left: 36, right: 82, top: 8, bottom: 22 };

export function groundOf(grid: Grid): Ground {
  return { grid, levels: contourLevels(grid) };
}

/** The largest rectangle in which both axes have one scale, in the middle of its place. */
export function mapScales({ x, y }: Pick<Grid, "x" | "y">, { width, height }: Size): MapScales {
  const roomX = Math.max(1, width - margin.left - margin.right);
  const roomY = Math.max(1, height - margin.top - margin.bottom);
  const unit = Math.min(roomX / (x[1] - x[0]), roomY / (y[1] - y[0]));
  const spanX = unit * (x[1] - x[0]);
  const spanY = unit * (y[1] - y[0]);
  const left = margin.left + (roomX - spanX) / 2;
  const top = margin.top + (roomY - spanY) / 2;
  return {
    x: linearScale(x, [left, left + spanX]),
    y: linearScale(y, [top + spanY, top]),
  };
}

/** The map's pixels, the top row first: the colour of the band that each one's value lies in. */
export function groundPixels(
  { grid, levels }: Ground,
  size: Size,
  theme: Pick<Theme, "panel" | "accent">,
): Uint8ClampedArray<ArrayBuffer> {
  const colours = bandColours(levels.length + 1, theme);
  const data = new Uint8ClampedArray(size.width * size.height * 4);
  const x = linearScale(grid.x, [0, size.width]);
  const y = linearScale(grid.y, [size.height, 0]);
  for (let row = 0; row < size.height; row += 1) {
    const atY = y.toValue(row + 0.5);
    for (let column = 0; column < size.width; column += 1) {
      const band = bandOf(blended(grid, x.toValue(column + 0.5), atY), levels);
      data.set(colours[band] ?? [0, 0, 0], (row * size.width + column) * 4);
      data[(row * size.width + column) * 4 + 3] = 255;
    }
  }
  return data;
}

export function drawContours(
  context: Context,
  { grid, levels }: Ground,
  scales: MapScales,
  theme: Theme,
): void {
  context.strokeStyle = theme.ink;
  context.globalAlpha = theme.isDark ? 0.22 : 0.2;
  context.lineWidth = 0.75;
  for (const level of levels) {
    context.beginPath();
    for (const [x1, y1, x2, y2] of contourSegments(grid, level)) {
      context.moveTo(scales.x.toPixel(x1), scales.y.toPixel(y1));
      context.lineTo(scales.x.toPixel(x2), scales.y.toPixel(y2));
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

export function drawMapAxes(context: Context, scales: MapScales, theme: Theme): void {
  const [left, right] = scales.x.range;
  const [bottom, top] = scales.y.range;
  context.font = figureText(theme);
  context.fillStyle = theme.faint;
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.strokeRect(crisp(left) - 1, crisp(top) - 1, right - left + 1, bottom - top + 1);
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  const across = niceTicks(...scales.x.domain, 8);
  for (const tick of across.ticks) {
    context.fillText(tickLabel(tick, across.spacing), scales.x.toPixel(tick), bottom + 15);
  }
  context.textAlign = "right";
  context.textBaseline = "middle";
  const up = niceTicks(...scales.y.domain, 8);
  for (const tick of up.ticks) {
    context.fillText(tickLabel(tick, up.spacing), left - 6, scales.y.toPixel(tick));
  }
}

/** A level has two figures, and its label no more. */
function levelLabel(level: number): string {
  const size = Math.abs(level);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return scientific(level);
  return size >= 100 ? count(level).replace("-", "\u2212") : String(level).replace("-", "\u2212");
}

/** The bands from low to high beside the map, the value of each line at its place. */
export function drawLegend(
  context: Context,
  { levels }: Ground,
  scales: MapScales,
  theme: Theme,
): void {
  const left = scales.x.range[1] + 14;
  const [bottom, top] = scales.y.range;
  const bands = levels.length + 1;
  const height = (bottom - top) / bands;
  for (const [band, colour] of bandColours(bands, theme).entries()) {
    context.fillStyle = toCss(colour);
    context.fillRect(left, bottom - (band + 1) * height, 12, height);
  }
  context.strokeStyle = theme.line;
  context.strokeRect(crisp(left) - 1, crisp(top) - 1, 13, bottom - top + 1);
  context.font = figureText(theme);
  context.fillStyle = theme.soft;
  context.textAlign = "left";
  context.textBaseline = "middle";
  // Where lines would touch, every second or third value is left out.
  const stride = Math.max(1, Math.ceil(13 / height));
  for (let index = 0; index < levels.length; index += stride) {
    context.fillText(levelLabel(at(levels, index)), left + 18, bottom - (index + 1) * height);
  }
}

function drawStationary(context: Context, view: DescentView, scales: MapScales, theme: Theme) {
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.5;
  for (const [x = 0, y = 0] of view.minima) {
    const [px, py] = [scales.x.toPixel(x), scales.y.toPixel(y)];
    context.beginPath();
    context.moveTo(px - 5, py);
    context.lineTo(px + 5, py);
    context.moveTo(px, py - 5);
    context.lineTo(px, py + 5);
    context.stroke();
  }
  for (const [x = 0, y = 0] of view.saddles) {
    const [px, py] = [scales.x.toPixel(x), scales.y.toPixel(y)];
    context.beginPath();
    context.moveTo(px - 4, py - 4);
    context.lineTo(px + 4, py + 4);
    context.moveTo(px - 4, py + 4);
    context.lineTo(px + 4, py - 4);
    context.stroke();
  }
}

/** The last point of a way that is shown at a step. */
export function shownEnd(way: Pick<Way, "x">, step: number): number {
  return Math.min(step, way.x.length - 1);
}

/**
 * The ways up to a step, each with a dot at every step while they are few, and a ring where it stands.
 *
 * @returns where each way ends, in pixels
 */
export function drawWays(
  context: Context,
  view: DescentView,
  scales: MapScales,
  theme: Theme,
): { kind: string; x: number; y: number }[] {
  const [left, right] = scales.x.range;
  const [bottom, top] = scales.y.range;
  const ends: { kind: string; x: number; y: number }[] = [];
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  drawStationary(context, view, scales, theme);
  context.lineJoin = "round";
  for (const way of view.ways) {
    const end = shownEnd(way, view.step);
    // A halo keeps a line apart from the ground and from the lines that it crosses.
    for (const [stroke, width] of [
      [theme.panel, 4],
      [way.line.colour, 2],
    ] as const) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.setLineDash([...(stroke === theme.panel ? [] : way.line.dash)]);
      context.beginPath();
      for (let index = 0; index <= end; index += 1) {
        const px = scales.x.toPixel(at(way.x, index));
        const py = scales.y.toPixel(at(way.y, index));
        if (index === 0) context.moveTo(px, py);
        else context.lineTo(px, py);
      }
      context.stroke();
    }
    context.setLineDash([]);
    context.fillStyle = way.line.colour;
    for (let index = 1; index <= end && end <= 150; index += 1) {
      context.beginPath();
      const px = scales.x.toPixel(at(way.x, index));
      context.arc(px, scales.y.toPixel(at(way.y, index)), 2.4, 0, 2 * Math.PI);
      context.fill();
    }
  }
  for (const way of view.ways) {
    const end = shownEnd(way, view.step);
    const x = scales.x.toPixel(at(way.x, end));
    const y = scales.y.toPixel(at(way.y, end));
    ends.push({ kind: way.kind, x, y });
    context.beginPath();
    context.arc(x, y, 5.5, 0, 2 * Math.PI);
    context.fillStyle = way.line.colour;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = theme.panel;
    context.stroke();
  }
  context.restore();
  return ends;
}

/** The shown point of a way that lies nearest to the pointer, within a finger's breadth. */
export function pointUnder(
  ways: readonly Way[],
  step: number,
  scales: MapScales,
  pointer: Point,
): { way: Way; index: number } | null {
  let nearest = 9;
  let found: { way: Way; index: number } | null = null;
  for (const way of ways) {
    for (let index = shownEnd(way, step); index >= 0; index -= 1) {
      const distance = Math.hypot(
        scales.x.toPixel(at(way.x, index)) - pointer.x,
        scales.y.toPixel(at(way.y, index)) - pointer.y,
      );
      if (distance < nearest) [nearest, found] = [distance, { way, index }];
    }
  }
  return found;
}

/** The grid's own point nearest to the pointer, with the value measured there; null outside of the map. */
export function gridPointUnder(
  grid: Grid,
  scales: MapScales,
  pointer: Point,
): { x: number; y: number; value: number } | null {
  const column = Math.round(
    ((scales.x.toValue(pointer.x) - grid.x[0]) / (grid.x[1] - grid.x[0])) * (grid.columns - 1),
  );
  const row = Math.round(
    ((scales.y.toValue(pointer.y) - grid.y[0]) / (grid.y[1] - grid.y[0])) * (grid.rows - 1),
  );
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return null;
  return {
    x: grid.x[0] + (column / (grid.columns - 1)) * (grid.x[1] - grid.x[0]),
    y: grid.y[0] + (row / (grid.rows - 1)) * (grid.y[1] - grid.y[0]),
    value: at(grid.values, row * grid.columns + column),
  };
}
