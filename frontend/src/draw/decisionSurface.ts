/** What a network answers at every point of a plane, with the data it learns from on top. */
import { at } from "./array";
import { crisp } from "./axis";
import { classColour, classRgb, classShape, type MarkerShape } from "./classPalette";
import { mix, parseColour, type Rgb } from "./colour";
import { tickLabel } from "./format";
import { linearScale, niceTicks, type Scale } from "./scale";
import { drawMap, type Maps, type Scratch } from "./signedMaps";
import { type Context, figureText, type Size, type Theme } from "./theme";

export interface Surface {
  /** What the columns and the rows span. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** (classes, rows, columns); row 0 lies at the low end of y. */
  readonly shape: readonly [number, number, number];
  /** Class probabilities. */
  readonly values: Float32Array;
}

export interface DataPoint {
  readonly x: number;
  readonly y: number;
  readonly target: number;
}

/**
 * Class hues blended by probability over the panel's colour: the surer, the stronger.
 *
 * Where all classes are equally likely only the panel is left, so that a boundary shows as the pale
 * line it is.
 *
 * @param probabilities one a class
 */
export function blendClasses(probabilities: readonly number[], panel: Rgb): Rgb {
  const classes = probabilities.length;
  let red = 0;
  let green = 0;
  let blue = 0;
  let total = 0;
  let highest = 0;
  for (const [index, probability] of probabilities.entries()) {
    const weight = Math.max(0, probability);
    const hue = classRgb(index);
    red += hue[0] * weight;
    green += hue[1] * weight;
    blue += hue[2] * weight;
    total += weight;
    highest = Math.max(highest, weight);
  }
  if (!(total > 0)) return panel;
  const chance = 1 / classes;
  const sureness = classes === 1 ? 1 : Math.max(0, (highest / total - chance) / (1 - chance));
  return mix(panel, [red / total, green / total, blue / total], 0.12 + 0.5 * sureness);
}

/** The surface as RGBA, one pixel a grid point, the top row first as in pictures. */
export function surfacePixels(
  { shape, values }: Surface,
  panel: Rgb,
): { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number } {
  const [classes, rows, columns] = shape;
  const data = new Uint8ClampedArray(rows * columns * 4);
  const probabilities = new Array<number>(classes).fill(0);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      for (let index = 0; index < classes; index += 1) {
        probabilities[index] = at(values, (index * rows + row) * columns + column);
      }
      const start = ((rows - 1 - row) * columns + column) * 4;
      data.set([...blendClasses(probabilities, panel), 255], start);
    }
  }
  return { data, width: columns, height: rows };
}

/** The share of the grid's points at which each class is the likeliest; the first of equals. */
export function answeredShares({ shape, values }: Pick<Surface, "shape" | "values">): number[] {
  const [classes, rows, columns] = shape;
  const points = rows * columns;
  const counts = new Array<number>(classes).fill(0);
  for (let point = 0; point < points; point += 1) {
    let best = 0;
    for (let index = 1; index < classes; index += 1) {
      if (at(values, index * points + point) > at(values, best * points + point)) best = index;
    }
    counts[best] = (counts[best] ?? 0) + 1;
  }
  return counts.map((count) => count / points);
}

export interface SurfaceView extends Size {
  readonly surface: Surface;
  readonly points: readonly DataPoint[];
  /** A scratch canvas of any size, through which the grid is scaled. */
  readonly scratch: Scratch;
}

const margin = { left: 30, right: 8, top: 6, bottom: 20 };

/** The largest rectangle in which both axes have one scale. */
export function surfaceScales(
  { x, y }: Pick<Surface, "x" | "y">,
  { width, height }: Size,
): { x: Scale; y: Scale } {
  const roomX = Math.max(1, width - margin.left - margin.right);
  const roomY = Math.max(1, height - margin.top - margin.bottom);
  const unit = Math.min(roomX / (x[1] - x[0]), roomY / (y[1] - y[0]));
  const spanX = unit * (x[1] - x[0]);
  const spanY = unit * (y[1] - y[0]);
  return {
    x: linearScale(x, [margin.left, margin.left + spanX]),
    y: linearScale(y, [margin.top + spanY, margin.top]),
  };
}

export function traceMarker(
  context: Context,
  shape: MarkerShape,
  x: number,
  y: number,
  radius: number,
): void {
  context.beginPath();
  if (shape === "circle") {
    context.arc(x, y, radius, 0, 2 * Math.PI);
  } else if (shape === "square") {
    const half = radius * 0.88;
    context.rect(x - half, y - half, 2 * half, 2 * half);
  } else if (shape === "triangle") {
    context.moveTo(x, y - radius * 1.15);
    context.lineTo(x + radius * 1.05, y + radius * 0.8);
    context.lineTo(x - radius * 1.05, y + radius * 0.8);
    context.closePath();
  } else {
    context.moveTo(x, y - radius * 1.25);
    context.lineTo(x + radius * 1.1, y);
    context.lineTo(x, y + radius * 1.25);
    context.lineTo(x - radius * 1.1, y);
    context.closePath();
  }
}

export function drawDataPoints(
  context: Context,
  points: readonly DataPoint[],
  scales: { x: Scale; y: Scale },
  radius: number,
  theme: Theme,
): void {
  context.lineWidth = Math.min(1, radius / 3.5);
  for (const point of points) {
    traceMarker(
      context,
      classShape(point.target),
      scales.x.toPixel(point.x),
      scales.y.toPixel(point.y),
      radius,
    );
    context.fillStyle = classColour(point.target);
    context.fill();
    context.strokeStyle = theme.panel;
    context.stroke();
  }
}

function drawAxes(context: Context, scales: { x: Scale; y: Scale }, theme: Theme): void {
  const [left, right] = scales.x.range;
  const [bottom, top] = scales.y.range;
  context.font = figureText(theme);
  context.fillStyle = theme.faint;
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.strokeRect(crisp(left) - 1, crisp(top) - 1, right - left + 1, bottom - top + 1);
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  const across = niceTicks(...scales.x.domain, 5);
  for (const tick of across.ticks) {
    context.fillText(tickLabel(tick, across.spacing), scales.x.toPixel(tick), bottom + 14);
  }
  context.textAlign = "right";
  context.textBaseline = "middle";
  const up = niceTicks(...scales.y.domain, 5);
  for (const tick of up.ticks) {
    context.fillText(tickLabel(tick, up.spacing), left - 6, scales.y.toPixel(tick));
  }
}

export function drawDecisionSurface(context: Context, view: SurfaceView, theme: Theme): void {
  const { surface, scratch } = view;
  const scales = surfaceScales(surface, view);
  const { data, width, height } = surfacePixels(surface, parseColour(theme.panel));
  scratch.canvas.width = width;
  scratch.canvas.height = height;
  const image = scratch.context.createImageData(width, height);
  image.data.set(data);
  scratch.context.putImageData(image, 0, 0);
  const [left, right] = scales.x.range;
  const [bottom, top] = scales.y.range;
  // Measured at the grid's points, and blended between them.
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.drawImage(scratch.canvas, left, top, right - left, bottom - top);
  drawAxes(context, scales, theme);
  // Points take their size from the plane, or they would hide a small one.
  const radius = Math.max(2, Math.min(4.5, (right - left) / 75));
  drawDataPoints(context, view.points, scales, radius, theme);
}

export interface UnitSurfaceView extends Size, Pick<Surface, "x" | "y"> {
  /** The surfaces of a node's units, row 0 at the low end of y. */
  readonly maps: Maps;
  readonly unit: number;
  /** The value at full colour, on both sides of zero. */
  readonly limit: number;
  readonly points: readonly DataPoint[];
  readonly scratch: Scratch;
}

/** What one unit puts out over the plane, on the scale for signed values, under the same data. */
export function drawUnitSurface(context: Context, view: UnitSurfaceView, theme: Theme): void {
  const { maps, unit, limit, scratch } = view;
  const scales = surfaceScales(view, view);
  const [left, right] = scales.x.range;
  const [bottom, top] = scales.y.range;
  const place = { x: left, y: top, width: right - left, height: bottom - top };
  drawMap(context, maps, unit, { limit, scratch, isUpward: true, isSmooth: true }, place, theme);
  drawAxes(context, scales, theme);
  const radius = Math.max(2, Math.min(4.5, (right - left) / 75));
  drawDataPoints(context, view.points, scales, radius, theme);
}
