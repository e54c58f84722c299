/**
 * Fewer points for the same picture.
 *
 * A line of 100,000 points on 300 pixels is the same ink as one of 1,200: in each column of pixels only
 * the first, the lowest, the highest and the last point can be seen. No extreme is ever lost, so a
 * spike of one step stays visible.
 *
 * Source: Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014.
 */
import { at } from "./array";

export interface Line {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/**
 * @param line x in increasing order
 * @param columns how many columns of pixels the line has
 * @returns the line itself below four points a column, else at most four points a column
 */
export function decimate(line: Line, columns: number): Line {
  const { x, y } = line;
  const length = x.length;
  if (columns < 1 || length <= 4 * columns) return line;
  const low = at(x, 0);
  const extent = at(x, length - 1) - low;
  if (extent <= 0) return line;
  const keptX: number[] = [];
  const keptY: number[] = [];
  const keep = (point: number): void => {
    keptX.push(at(x, point));
    keptY.push(at(y, point));
  };
  let start = 0;
  while (start < length) {
    const column = Math.min(columns - 1, Math.floor(((at(x, start) - low) / extent) * columns));
    let end = start;
    let lowest = start;
    let highest = start;
    for (let point = start + 1; point < length; point += 1) {
      const its = Math.min(columns - 1, Math.floor(((at(x, point) - low) / extent) * columns));
      if (its !== column) break;
      end = point;
      if (at(y, point) < at(y, lowest)) lowest = point;
      if (at(y, point) > at(y, highest)) highest = point;
    }
    const points = new Set([start, Math.min(lowest, highest), Math.max(lowest, highest), end]);
    points.forEach(keep);
    start = end + 1;
  }
  return { x: keptX, y: keptY };
}

/** Several lines over one shared, sorted x; null where a line has no point at that x. */
export function align(lines: readonly Line[]): {
  x: number[];
  y: (number | null)[][];
} {
  const places = lines.map(() => 0);
  const x: number[] = [];
  const y: (number | null)[][] = lines.map(() => []);
  for (;;) {
    let next = Infinity;
    for (const [index, line] of lines.entries()) {
      const place = at(places, index);
      if (place < line.x.length) next = Math.min(next, at(line.x, place));
    }
    if (next === Infinity) return { x, y };
    x.push(next);
    for (const [index, line] of lines.entries()) {
      let value: number | null = null;
      // Of several points at one x the last one stands.
      while (at(places, index) < line.x.length && at(line.x, at(places, index)) === next) {
        value = at(line.y, at(places, index));
        places[index] = at(places, index) + 1;
      }
      y[index]?.push(value);
    }
  }
}
