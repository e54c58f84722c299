/** Lines of equal value over a sampled plane, and the bands between them. */
import { at } from "./array";
import { mix, parseColour, type Rgb } from "./colour";
import type { Theme } from "./theme";

/** Values on a grid: row after row, row 0 at the low end of y. */
export interface Grid {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** Shares of the plane that lie below each line: close together at the bottom, where descents end. */
const SHARES = [0.01, 0.03, 0.07, 0.14, 0.22, 0.32, 0.43, 0.54, 0.65, 0.76, 0.86, 0.95];

export function gridOf(map: {
  x: readonly number[];
  y: readonly number[];
  values: readonly (readonly number[])[];
}): Grid {
  const [left = 0, right = 1] = map.x;
  const [bottom = 0, top = 1] = map.y;
  return {
    x: [left, right],
    y: [bottom, top],
    columns: map.values[0]?.length ?? 0,
    rows: map.values.length,
    values: Float64Array.from(map.values.flat()),
  };
}

/**
 * Round values that cut the plane into bands of some area each, rising.
 *
 * Surfaces differ by powers of ten, and within one from its valley to its walls: evenly spaced levels would show
 * the walls alone.
 */
export function contourLevels({ values }: Pick<Grid, "values">): number[] {
  const sorted = values.slice().sort();
  const levels = SHARES.map((share) => {
    const value = at(sorted, Math.round(share * (sorted.length - 1)));
    return Number(value.toPrecision(2));
  });
  return [...new Set(levels)].sort((one, other) => one - other);
}

/** In which band a value lies: 0 below the first level, as many as there are levels above the last. */
export function bandOf(value: number, levels: readonly number[]): number {
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < at(levels, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One colour a band, the strongest for the lowest; pale enough for lines on top. */
export function bandColours(bands: number, theme: Pick<Theme, "panel" | "accent">): Rgb[] {
  const panel = parseColour(theme.panel);
  const accent = parseColour(theme.accent);
  return Array.from({ length: bands }, (_, band) =>
    mix(accent, panel, 0.5 + 0.47 * (band / Math.max(1, bands - 1))),
  );
}

/** The value between the grid's points, blended from the four around. */
export function blended({ x, y, columns, rows, values }: Grid, atX: number, atY: number): number {
  const column = ((atX - x[0]) / (x[1] - x[0])) * (columns - 1);
  const row = ((atY - y[0]) / (y[1] - y[0])) * (rows - 1);
  const left = Math.min(Math.max(0, Math.floor(column)), columns - 2);
  const below = Math.min(Math.max(0, Math.floor(row)), rows - 2);
  const right = column - left;
  const up = row - below;
  const first = below * columns + left;
  return (
    at(values, first) * (1 - right) * (1 - up) +
    at(values, first + 1) * right * (1 - up) +
    at(values, first + columns) * (1 - right) * up +
    at(values, first + columns + 1) * right * up
  );
}

/** A piece of a line, in the grid's own x and y. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * The line of one level, cell by cell: marching squares.
 *
 * Where a cell's corners alternate, the value in its middle says which of them are joined.
 *
 * Source: Lorensen and Cline 1987, Marching Cubes, in two dimensions.
 */
export function contourSegments(grid: Grid, level: number): Segment[] {
  const { columns, rows, values } = grid;
  const stepX = (grid.x[1] - grid.x[0]) / (columns - 1);
  const stepY = (grid.y[1] - grid.y[0]) / (rows - 1);
  const segments: Segment[] = [];
  for (let row = 0; row < rows - 1; row += 1) {
    for (let column = 0; column < columns - 1; column += 1) {
      const first = row * columns + column;
      // Round the cell: lower left, lower right, upper right, upper left.
      const corners = [first, first + 1, first + columns + 1, first + columns].map((index) =>
        at(values, index),
      );
      const crossings: (readonly [number, number])[] = [];
      for (let side = 0; side < 4; side += 1) {
        const from = at(corners, side);
        const to = at(corners, (side + 1) % 4);
        if (from < level === to < level) continue;
        const share = (level - from) / (to - from);
        const [cellX, cellY] = along(side, share);
        crossings.push([grid.x[0] + (column + cellX) * stepX, grid.y[0] + (row + cellY) * stepY]);
      }
      const [a, b, c, d] = crossings;
      if (a === undefined || b === undefined) continue;
      if (c === undefined || d === undefined) {
        segments.push([...a, ...b]);
        continue;
      }
      const middle = corners.reduce((sum, value) => sum + value, 0) / 4;
      const isFirstApart = at(corners, 0) < level !== middle < level;
      segments.push(
        ...(isFirstApart
          ? ([
              [...d, ...a],
              [...b, ...c],
            ] as const)
          : ([
              [...a, ...b],
              [...c, ...d],
            ] as const)),
      );
    }
  }
  return segments;
}

/** The place at a share of a side of the unit square, sides counted round from the lower one. */
function along(side: number, share: number): readonly [number, number] {
  if (side === 0) return [share, 0];
  if (side === 1) return [1, share];
  if (side === 2) return [1 - share, 1];
  return [0, 1 - share];
}
