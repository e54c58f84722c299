/** From a drawing to a sample, as the data set says that its own samples were made (`Preparation` in the catalog). */
import type { Preparation } from "@/contracts";
import { at } from "../array";
import type { SampleImage } from "../sample";
import { boundsOf, type Ink, massCentre } from "./ink";
import { type Placement, resample } from "./resample";

type Shape = SampleImage["shape"];

/** A share below half a thousandth of a point is rounding, and must not move a picture by a whole one. */
const rounding = 5e-4;

/**
 * Where the ink comes to lie on a grid of `rows` by `columns`.
 *
 * It is scaled so that the longer side of its bounding box takes `box` of the grid, and moved by whole points of the
 * grid alone: ink that is as large as it should be keeps every value.
 */
function placement(
  ink: Ink,
  { box, centre }: Pick<Preparation, "box" | "centre">,
  rows: number,
  columns: number,
): Placement {
  const bounds = boundsOf(ink) ?? { left: 0, top: 0, width: ink.columns, height: ink.rows };
  const scale = (box * Math.min(rows, columns)) / Math.max(bounds.width, bounds.height);
  const [left, top] = [-bounds.left * scale, -bounds.top * scale];
  if (centre === "box") {
    return {
      scale,
      left: left + Math.round((columns - bounds.width * scale) / 2),
      top: top + Math.round((rows - bounds.height * scale) / 2),
    };
  }
  // In MNIST's own images the centre of mass lies on the middle or less than a pixel behind it.
  const mass = massCentre(ink);
  return {
    scale,
    left: left + Math.ceil(columns / 2 - (left + mass.x * scale) - rounding),
    top: top + Math.ceil(rows / 2 - (top + mass.y * scale) - rounding),
  };
}

/** For each pixel the share of its `points` by `points` points that hold ink by half at least. */
function counted(ink: Ink, points: number): Ink {
  const [rows, columns] = [ink.rows / points, ink.columns / points];
  const area = rows * columns;
  const cover = new Float32Array(area);
  const colour = new Float32Array(ink.channels * area);
  const one = 1 / (points * points);
  for (let point = 0; point < ink.rows * ink.columns; point += 1) {
    const inked = at(ink.cover, point);
    if (inked < 0.5) continue;
    const row = Math.floor(point / ink.columns / points);
    const pixel = row * columns + Math.floor((point % ink.columns) / points);
    cover[pixel] = at(cover, pixel) + one;
    for (let channel = 0; channel < ink.channels; channel += 1) {
      const level = at(ink.colour, channel * ink.rows * ink.columns + point) / inked;
      const place = channel * area + pixel;
      colour[place] = at(colour, place) + level * one;
    }
  }
  return { rows, columns, channels: ink.channels, cover, colour };
}

/** The ink at a sample's size, by the data set's rules or, where it `isPlaced`, as it lies on the sheet. */
function atSize(
  ink: Ink,
  [, height, width]: Shape,
  preparation: Preparation,
  isPlaced: boolean,
): Ink {
  const { points } = preparation;
  const size = { rows: height * points, columns: width * points };
  const place = isPlaced
    ? { scale: size.columns / ink.columns, left: 0, top: 0 }
    : placement(ink, preparation, size.rows, size.columns);
  const fitted = resample(ink, size, place);
  return points === 1 ? fitted : counted(fitted, points);
}

export function blank(shape: Shape): SampleImage {
  const [channels, height, width] = shape;
  return { shape, values: new Float32Array(channels * height * width) };
}

/** The sample that a drawing makes, ink bright on black; without ink it is black. */
export function prepare(ink: Ink, shape: Shape, preparation: Preparation): SampleImage {
  if (boundsOf(ink) === null) return blank(shape);
  return { shape, values: atSize(ink, shape, preparation, false).colour };
}

/** An image with ink over it, where it lies on the sheet: nothing is scaled to fit or moved. */
export function prepareOver(ground: SampleImage, ink: Ink, preparation: Preparation): SampleImage {
  if (boundsOf(ink) === null) return ground;
  const { cover, colour } = atSize(ink, ground.shape, preparation, true);
  return {
    shape: ground.shape,
    values: ground.values.map(
      (value, place) => value * (1 - at(cover, place % cover.length)) + at(colour, place),
    ),
  };
}
