/** One sample of a data set: an image, or a plane of points. */
import { at, largest, smallest } from "./array";
import { mix, parseColour, toCss } from "./colour";
import { type DataPoint, drawDataPoints } from "./decisionSurface";
import { linearScale } from "./scale";
import type { Context, Size, Theme } from "./theme";

export interface SampleImage {
  /** (channels, height, width) with one or three channels. */
  readonly shape: readonly [number, number, number];
  readonly values: Float32Array;
}

/** Grey images from the panel's colour to ink; three channels are red, green and blue. */
export function drawSampleImage(
  context: Context,
  view: Size & { image: SampleImage },
  theme: Theme,
): void {
  const { shape, values } = view.image;
  const [channels, rows, columns] = shape;
  const low = smallest(values);
  const extent = largest(values) - low || 1;
  const exact = Math.min(view.width / columns, view.height / rows);
  const cell = exact >= 2 ? Math.floor(exact) : exact;
  const left = Math.round((view.width - cell * columns) / 2);
  const top = Math.round((view.height - cell * rows) / 2);
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
