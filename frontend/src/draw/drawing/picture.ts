/** A picture's pixels as ink: what is no ground, bright on black. */
import { at, largest } from "../array";
import type { Ink, Picture } from "./ink";

/** Pixels as a browser decodes them: red, green, blue and opacity, 0 to 255 each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Of the brightest ink: paper has a grain, and what is fainter is no ink. */
const faint = 0.1;

/** Luma of ITU-R BT.709, section 3. */
const weights = [0.2126, 0.7152, 0.0722];

/** One channel of one pixel, 0 to 1; where it is not opaque, paper shines through, which is white. */
function level({ data }: Pixels, pixel: number, channel: number): number {
  const opacity = at(data, 4 * pixel + 3) / 255;
  return (at(data, 4 * pixel + channel) / 255) * opacity + 1 - opacity;
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** What most of the outermost pixels show. */
function groundOf(values: Float32Array, width: number, height: number): number {
  const edge: number[] = [];
  for (let column = 0; column < width; column += 1) {
    edge.push(at(values, column), at(values, (height - 1) * width + column));
  }
  for (let row = 0; row < height; row += 1) {
    edge.push(at(values, row * width), at(values, row * width + width - 1));
  }
  return median(edge);
}

/** Grey ink: how far a pixel stands out from the ground, dark on light or light on dark, the furthest being 1. */
function greyInk(pixels: Pixels): Float32Array {
  const { width, height } = pixels;
  const grey = Float32Array.from({ length: width * height }, (_, pixel) =>
    weights.reduce((sum, weight, channel) => sum + weight * level(pixels, pixel, channel), 0),
  );
  const ground = groundOf(grey, width, height);
  const sign = ground > 0.5 ? -1 : 1;
  const standing = grey.map((value) => Math.max(0, sign * (value - ground)));
  const most = largest(standing, 0);
  if (most === 0) return standing;
  return standing.map((value) => (value / most < faint ? 0 : value / most));
}

/** Ink for data of one channel; for data of three the whole picture, as it is. */
export function pictureOf(pixels: Pixels, channels: number): Picture {
  const { width, height } = pixels;
  const size = { rows: height, columns: width, channels };
  if (channels === 1) {
    const cover = greyInk(pixels);
    return { kind: "picture", ink: { ...size, cover, colour: cover }, isWhole: false };
  }
  const area = width * height;
  const ink: Ink = {
    ...size,
    cover: new Float32Array(area).fill(1),
    colour: Float32Array.from({ length: channels * area }, (_, place) =>
      level(pixels, place % area, Math.floor(place / area)),
    ),
  };
  return { kind: "picture", ink, isWhole: true };
}
