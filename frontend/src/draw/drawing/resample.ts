/** Points at another scale: each new point is the mean of what it covers. */
import { at } from "../array";
import type { Ink } from "./ink";

/** Where a picture comes to lie: a point (x, y) goes to (left + x · scale, top + y · scale). */
export interface Placement {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

interface Share {
  readonly from: number;
  readonly weight: number;
}

/** For each of `count` new points along one side, the old ones that it covers and how much of it they fill. */
function shares(count: number, old: number, scale: number, offset: number): Share[][] {
  return Array.from({ length: count }, (_, index) => {
    const low = (index - offset) / scale;
    const high = (index + 1 - offset) / scale;
    const found: Share[] = [];
    for (let from = Math.max(0, Math.floor(low)); from < Math.min(old, high); from += 1) {
      const weight = (Math.min(high, from + 1) - Math.max(low, from)) / (high - low);
      if (weight > 1e-9) found.push({ from, weight });
    }
    return found;
  });
}

/** One plane, along its rows and then along its columns. */
function resamplePlane(
  values: Float32Array,
  columns: number,
  down: readonly Share[][],
  across: readonly Share[][],
): Float32Array {
  const result = new Float32Array(down.length * across.length);
  const row = new Float64Array(columns);
  for (const [index, rows] of down.entries()) {
    row.fill(0);
    for (const { from, weight } of rows) {
      for (let column = 0; column < columns; column += 1) {
        row[column] = at(row, column) + weight * at(values, from * columns + column);
      }
    }
    for (const [place, parts] of across.entries()) {
      let sum = 0;
      for (const { from, weight } of parts) sum += weight * at(row, from);
      result[index * across.length + place] = sum;
    }
  }
  return result;
}

/** @param size how many points there will be; what lies beyond them is cut off */
export function resample(
  ink: Ink,
  size: { readonly rows: number; readonly columns: number },
  { scale, left, top }: Placement,
): Ink {
  const down = shares(size.rows, ink.rows, scale, top);
  const across = shares(size.columns, ink.columns, scale, left);
  const area = ink.rows * ink.columns;
  const colour = new Float32Array(ink.channels * size.rows * size.columns);
  for (let channel = 0; channel < ink.channels; channel += 1) {
    const plane = ink.colour.subarray(channel * area, (channel + 1) * area);
    colour.set(resamplePlane(plane, ink.columns, down, across), channel * size.rows * size.columns);
  }
  return {
    rows: size.rows,
    columns: size.columns,
    channels: ink.channels,
    cover: resamplePlane(ink.cover, ink.columns, down, across),
    colour,
  };
}
