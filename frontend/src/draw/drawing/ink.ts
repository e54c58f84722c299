/**
 * What was drawn on the sheet, as points: how much of each is covered, and in which colour.
 *
 * A sheet is drawn on in vectors and looked at as points, so that what a person sees is what is prepared.
 */
import { at } from "../array";
import { resample } from "./resample";

/** A place on the sheet, each coordinate 0 to 1 from its upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** One value a channel, 0 to 1: `[1]` is grey ink at its brightest, `[1, 0, 0]` is red. */
export type Colour = readonly number[];

export interface Stroke {
  readonly kind: "stroke";
  /** One point alone is a dot. */
  readonly places: readonly Place[];
  /** The pen's width, as a share of the sheet's shorter side. */
  readonly width: number;
  readonly colour: Colour;
}

/** A picture laid on the sheet, as large as fits. */
export interface Picture {
  readonly kind: "picture";
  readonly ink: Ink;
  /** Whether it is a whole image with its ground, which stays where it lies; else ink alone. */
  readonly isWhole: boolean;
}

export type Mark = Stroke | Picture;

export interface Ink {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  /** (rows, columns), 0 to 1. */
  readonly cover: Float32Array;
  /** (channels, rows, columns): each point's colour times its cover. */
  readonly colour: Float32Array;
}

export function noInk(rows: number, columns: number, channels: number): Ink {
  return {
    rows,
    columns,
    channels,
    cover: new Float32Array(rows * columns),
    colour: new Float32Array(channels * rows * columns),
  };
}

/** Points on the sheet's shorter side, at least. */
const finest = 256;

/** The points of a sheet for images of `shape`: whole ones for each pixel, so that none lies across two. */
export function sheetFor([channels, height, width]: readonly [number, number, number]): Ink {
  const each = Math.max(2, Math.ceil(finest / Math.min(height, width)));
  return noInk(height * each, width * each, channels);
}

/** Lay `amount` of a colour over one point. */
function cover(ink: Ink, point: number, amount: number, colour: Colour): void {
  const area = ink.rows * ink.columns;
  ink.cover[point] = amount + at(ink.cover, point) * (1 - amount);
  for (let channel = 0; channel < ink.channels; channel += 1) {
    const place = channel * area + point;
    ink.colour[place] = (colour[channel] ?? 0) * amount + at(ink.colour, place) * (1 - amount);
  }
}

/** How far a point lies from the line from `from` to `to`, in points. */
function distance(x: number, y: number, from: Place, to: Place): number {
  const [alongX, alongY] = [to.x - from.x, to.y - from.y];
  const length = alongX * alongX + alongY * alongY;
  const share =
    length === 0
      ? 0
      : Math.max(0, Math.min(1, ((x - from.x) * alongX + (y - from.y) * alongY) / length));
  return Math.hypot(x - from.x - share * alongX, y - from.y - share * alongY);
}

/** A round pen along a line; its edge is as soft as one point. */
function drawStroke(ink: Ink, { places, width, colour }: Stroke): void {
  const { rows, columns } = ink;
  const radius = Math.max(0.5, (width * Math.min(rows, columns)) / 2);
  const points = places.map(({ x, y }) => ({ x: x * columns, y: y * rows }));
  // Where lines of a stroke overlap, the larger cover counts: a soft edge must not grow hard.
  const amounts = new Map<number, number>();
  for (const [index, from] of points.entries()) {
    const to = points[index + 1] ?? from;
    if (to === from && points.length > 1) break;
    const low = { x: Math.min(from.x, to.x) - radius - 1, y: Math.min(from.y, to.y) - radius - 1 };
    const high = { x: Math.max(from.x, to.x) + radius + 1, y: Math.max(from.y, to.y) + radius + 1 };
    for (let row = Math.max(0, Math.floor(low.y)); row < Math.min(rows, high.y); row += 1) {
      for (
        let column = Math.max(0, Math.floor(low.x));
        column < Math.min(columns, high.x);
        column += 1
      ) {
        const inside = radius + 0.5 - distance(column + 0.5, row + 0.5, from, to);
        if (inside <= 0) continue;
        const point = row * columns + column;
        amounts.set(point, Math.max(amounts.get(point) ?? 0, Math.min(1, inside)));
      }
    }
  }
  for (const [point, amount] of amounts) cover(ink, point, amount, colour);
}

/** As large as fits, in the middle. */
function drawPicture(ink: Ink, { ink: picture }: Picture): void {
  const scale = Math.min(ink.rows / picture.rows, ink.columns / picture.columns);
  const fitted = resample(picture, ink, {
    scale,
    left: (ink.columns - picture.columns * scale) / 2,
    top: (ink.rows - picture.rows * scale) / 2,
  });
  const area = ink.rows * ink.columns;
  for (let point = 0; point < area; point += 1) {
    const rest = 1 - at(fitted.cover, point);
    ink.cover[point] = at(fitted.cover, point) + at(ink.cover, point) * rest;
    for (let channel = 0; channel < ink.channels; channel += 1) {
      const place = channel * area + point;
      ink.colour[place] = at(fitted.colour, place) + at(ink.colour, place) * rest;
    }
  }
}

/** The sheet with these marks on it, one over the other; `sheet` stays as it is. */
export function inked(sheet: Ink, marks: readonly Mark[]): Ink {
  if (marks.length === 0) return sheet;
  const ink = { ...sheet, cover: sheet.cover.slice(), colour: sheet.colour.slice() };
  for (const mark of marks) {
    if (mark.kind === "stroke") drawStroke(ink, mark);
    else drawPicture(ink, mark);
  }
  return ink;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box around all ink, in points; null where there is none. */
export function boundsOf({ rows, columns, cover }: Ink): Bounds | null {
  let [left, right, top, bottom] = [columns, -1, rows, -1];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (at(cover, row * columns + column) === 0) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = row;
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** The mean place of all ink, each point by its cover, in points from the upper left corner. */
export function massCentre({ rows, columns, cover }: Ink): Place {
  let [mass, x, y] = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const weight = at(cover, row * columns + column);
      mass += weight;
      x += weight * (column + 0.5);
      y += weight * (row + 0.5);
    }
  }
  return mass === 0 ? { x: columns / 2, y: rows / 2 } : { x: x / mass, y: y / mass };
}
