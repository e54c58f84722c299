/** One sample of a data set: an image, or a plane of points. */
import { at, largest, smallest } from "./array";
import { mix, parseColour, toCss } from "./colour";
import { type DataPoint, drawDataPoints } from "./decisionSurface";
import { linearScale } from "./scale";
import type { Context, Point, Size, Theme } from "./theme";

export interface SampleImage {
  /** (channels, height, width) with one or three channels. */
  readonly shape: readonly [number, number, number];
  readonly values: Float32Array;
}

export interface SampleView extends Size {
  readonly image: SampleImage;
  /** The values that are drawn as ground and as ink; else the image's own least and largest. */
  readonly range?: readonly [number, number];
}

/** The side of a pixel, and where the image's corner lies: as large as fits, in the middle. */
function sampleLayout({ image, width, height }: SampleView) {
  const [, rows, columns] = image.shape;
  const exact = Math.min(width / columns, height / rows);
  const cell = exact >= 2 ? Math.floor(exact) : exact;
  return {
    cell,
    left: Math.round((width - cell * columns) / 2),
    top: Math.round((height - cell * rows) / 2),
  };
}

/** The pixel under the pointer, and where its channels' values stand; null where there is none. */
export function samplePixelUnder(
  view: SampleView,
  pointer: Point,
): { row: number; column: number; places: readonly number[] } | null {
  const [channels, rows, columns] = view.image.shape;
  const { cell, left, top } = sampleLayout(view);
  const row = Math.floor((pointer.y - top) / cell);
  const column = Math.floor((pointer.x - left) / cell);
  if (row < 0 || column < 0 || row >= rows || column >= columns) return null;
  const places = Array.from(
    { length: channels },
    (_, channel) => (channel * rows + row) * columns + column,
  );
  return { row, column, places };
}

/** Grey images from the panel's colour to ink; three channels are red, green and blue. */
export function drawSampleImage(context: Context, view: SampleView, theme: Theme): void {
  const { shape, values } = view.image;
  const [channels, rows, columns] = shape;
  const [low, high] = view.range ?? [smallest(values), largest(values)];
  const extent = high - low || 1;
  const { cell, left, top } = sampleLayout(view);
  const none = parseColour(theme.background);
  const full = parseColour(theme.ink);
  const level = (channel: number, place: number): number =>
    (at(values, channel * rows * columns + place) - low) / extent;
  for (let place = 0; place < rows * columns; place += 1) {
    context.fillStyle =
      channels === 3
        ? toCss([level(0, place) * 255, level(1, place) * 255, level(2, place) * 255])
        : toCss(mix(none, full, level(0, place)));
    // A hair larger than the cell, so that no seam shows between cells of broken size.
    const seam = cell >= 2 ? 0 : 0.5;
    context.fillRect(
      left + (place % columns) * cell,
      top + Math.floor(place / columns) * cell,
      cell + seam,
      cell + seam,
    );
  }
}

/** Points of a plane, without axes. */
export function drawScatter(
  context: Context,
  view: Size & { points: readonly DataPoint[] },
  theme: Theme,
): void {
  const { points, width, height } = view;
  const lowX = smallest(points.map(({ x }) => x));
  const highX = largest(points.map(({ x }) => x));
  const lowY = smallest(points.map(({ y }) => y));
  const highY = largest(points.map(({ y }) => y));
  const unit = Math.min((width - 6) / (highX - lowX || 1), (height - 6) / (highY - lowY || 1));
  const halfX = ((highX - lowX) * unit) / 2;
  const halfY = ((highY - lowY) * unit) / 2;
  drawDataPoints(
    context,
    points,
    {
      x: linearScale([lowX, highX], [width / 2 - halfX, width / 2 + halfX]),
      y: linearScale([lowY, highY], [height / 2 + halfY, height / 2 - halfY]),
    },
    1.8,
    theme,
  );
}
