/** One map of numbers: figures in cells where they fit, colours alone where they do not. */
import { at } from "./array";
import { luminance, toCss } from "./colour";
import { divergingScale } from "./diverging";
import { gridNumber } from "./gridNumber";
import { type Context, type Point, type Size, type Theme } from "./theme";

/** Rows and columns that stand around a map and hold nothing: above and below, left and right. */
export type GridMargins = readonly [readonly [number, number], readonly [number, number]];

/** Numbers in rows; the last row may be shorter. */
export interface Grid {
  readonly values: ArrayLike<number>;
  readonly columns: number;
  readonly margins: GridMargins;
  /** Pixels of an image stay square; the places of a vector need not. */
  readonly isImage: boolean;
}

export const noMargins: GridMargins = [
  [0, 0],
  [0, 0],
];

export interface GridLayout {
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Where the first value's cell has its corner. */
  readonly left: number;
  readonly top: number;
  /** The whole map with its margins, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether figures fit into the cells. */
  readonly isNumbered: boolean;
}

const largestPixel = 44;
const largestPlace = { width: 66, height: 24 };
const numbered = { width: 29, height: 14 };
/** Room at the left and at the top, so that the frame of a cell at the border is whole. */
const inset = 2;

/** A vector as rows: one number a row while it is short, else about as wide as high. */
export function vectorColumns(length: number): number {
  if (length <= 12) return 1;
  // A whole number of full rows looks calmest; near the square root there usually is one.
  const usual = Math.ceil(Math.sqrt(length));
  for (let columns = usual; columns <= Math.min(length, usual + 4); columns += 1) {
    if (length % columns === 0) return columns;
  }
  return usual;
}

export function rowsOf(grid: Grid): number {
  return Math.ceil(grid.values.length / Math.max(1, grid.columns));
}

export function gridLayout(grid: Grid, size: Size): GridLayout {
  const [[above, below], [before, after]] = grid.margins;
  const columns = before + grid.columns + after;
  const rows = above + rowsOf(grid) + below;
  let cellWidth = (size.width - 2 * inset) / columns;
  let cellHeight = (size.height - 2 * inset) / rows;
  if (grid.isImage) {
    cellWidth = cellHeight = Math.min(cellWidth, cellHeight, largestPixel);
  } else {
    cellWidth = Math.min(cellWidth, largestPlace.width);
    cellHeight = Math.min(cellHeight, largestPlace.height);
    const fits = cellWidth >= numbered.width && cellHeight >= numbered.height;
    if (!fits) cellWidth = cellHeight = Math.min(cellWidth, cellHeight);
  }
  // Whole pixels where there are enough, so that all cells look alike.
  if (cellWidth >= 3) cellWidth = Math.floor(cellWidth);
  if (cellHeight >= 3) cellHeight = Math.floor(cellHeight);
  return {
    cellWidth,
    cellHeight,
    left: inset + before * cellWidth,
    top: inset + above * cellHeight,
    width: columns * cellWidth,
    height: rows * cellHeight,
    isNumbered: cellWidth >= numbered.width && cellHeight >= numbered.height,
  };
}

/** The value under the pointer, as its index; null beside the values. */
export function cellUnder(grid: Grid, layout: GridLayout, pointer: Point): number | null {
  const column = Math.floor((pointer.x - layout.left) / layout.cellWidth);
  const row = Math.floor((pointer.y - layout.top) / layout.cellHeight);
  if (column < 0 || row < 0 || column >= grid.columns) return null;
  const index = row * grid.columns + column;
  return index < grid.values.length ? index : null;
}

export interface GridView extends Size {
  readonly grid: Grid;
  /** The value at full colour, on both sides of zero. */
  readonly limit: number;
  /** What figures are divided by, so that small ones can be read. */
  readonly unit: number;
  /** Values that take part in what is looked at. */
  readonly marks: ArrayLike<number>;
  /** Where the window lies: rows and columns, which may be those of a margin. */
  readonly places: readonly (readonly [row: number, column: number])[];
  readonly selected: number | null;
}

export function drawGrid(context: Context, view: GridView, theme: Theme): GridLayout {
  const { grid, limit, unit } = view;
  const layout = gridLayout(grid, view);
  const { cellWidth, cellHeight, left, top } = layout;
  const scale = divergingScale(limit, theme);
  drawMargins(context, grid, layout, theme);
  const edge = layout.isNumbered || cellWidth >= 8 ? 1 : 0;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `${cellWidth >= 40 ? 11 : cellWidth >= 33 ? 9.5 : 9}px ${theme.figureFont}`;
  for (let index = 0; index < grid.values.length; index += 1) {
    const x = left + (index % grid.columns) * cellWidth;
    const y = top + Math.floor(index / grid.columns) * cellHeight;
    const number = at(grid.values, index);
    const colour = scale.colour(number);
    context.fillStyle = toCss(colour);
    // Where cells are small, each reaches a little under the next, so that no seam shows.
    context.fillRect(x, y, Math.max(0.5, cellWidth - edge || cellWidth), cellHeight - edge);
    if (!layout.isNumbered) continue;
    context.fillStyle = readable(luminance(colour), theme);
    context.fillText(
      gridNumber(number / unit, cellWidth),
      x + (cellWidth - edge) / 2,
      y + (cellHeight - edge) / 2 + 0.5,
    );
  }
  drawMarks(context, view, layout, theme);
  return layout;
}

/** Dark figures on light cells and the other way round, whatever the scheme. */
function readable(brightness: number, theme: Theme): string {
  const [dark, light] = theme.isDark ? [theme.background, theme.ink] : [theme.ink, theme.panel];
  return brightness > 0.3 ? dark : light;
}

function drawMargins(context: Context, grid: Grid, layout: GridLayout, theme: Theme): void {
  const [vertical, horizontal] = grid.margins;
  if (vertical[0] + vertical[1] + horizontal[0] + horizontal[1] === 0) return;
  const { cellWidth, cellHeight } = layout;
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  for (let y = 0; y * cellHeight < layout.height - 0.5; y += 1) {
    for (let x = 0; x * cellWidth < layout.width - 0.5; x += 1) {
      const row = y - vertical[0];
      const column = x - horizontal[0];
      if (row >= 0 && row < rowsOf(grid) && column >= 0 && column < grid.columns) continue;
      context.strokeRect(
        inset + x * cellWidth + 1.5,
        inset + y * cellHeight + 1.5,
        Math.max(1, cellWidth - 4),
        Math.max(1, cellHeight - 4),
      );
    }
  }
}

function drawMarks(context: Context, view: GridView, layout: GridLayout, theme: Theme): void {
  const { grid, marks, places, selected } = view;
  const edge = layout.cellWidth >= 8 ? 1 : 0;
  const frame = (row: number, column: number, inset: number): void => {
    context.strokeRect(
      layout.left + column * layout.cellWidth - edge / 2 + inset,
      layout.top + row * layout.cellHeight - edge / 2 + inset,
      layout.cellWidth - 2 * inset,
      layout.cellHeight - 2 * inset,
    );
  };
  context.strokeStyle = theme.accent;
  context.lineWidth = layout.cellWidth >= 12 ? 2 : 1.25;
  const ofWindow = places.length > 0 ? places : placesOf(grid, marks);
  const isAll = places.length === 0 && ofWindow.length === grid.values.length;
  if (isAll && !isDense(ofWindow)) {
    // Everything takes part, and the last row is short: a frame around each cell would bury them.
    frameAll(context, grid, layout, edge);
  } else if (isDense(ofWindow)) {
    const rows = ofWindow.map(([row]) => row);
    const columns = ofWindow.map(([, column]) => column);
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    context.strokeRect(
      layout.left + left * layout.cellWidth - edge / 2,
      layout.top + top * layout.cellHeight - edge / 2,
      (Math.max(...columns) - left + 1) * layout.cellWidth,
      (Math.max(...rows) - top + 1) * layout.cellHeight,
    );
  } else {
    for (const [row, column] of ofWindow) frame(row, column, 0.5);
  }
  if (selected === null || selected < 0 || selected >= grid.values.length) return;
  context.strokeStyle = theme.ink;
  context.lineWidth = layout.cellWidth >= 12 ? 2 : 1.25;
  frame(Math.floor(selected / grid.columns), selected % grid.columns, 0);
}

/** One line around a map whose last row is shorter than the others. */
function frameAll(context: Context, grid: Grid, layout: GridLayout, edge: number): void {
  const { cellWidth, cellHeight } = layout;
  const [left, top] = [layout.left - edge / 2, layout.top - edge / 2];
  const right = left + grid.columns * cellWidth;
  const bottom = top + rowsOf(grid) * cellHeight;
  const step = left + (grid.values.length % grid.columns) * cellWidth;
  context.beginPath();
  context.moveTo(left, top);
  context.lineTo(right, top);
  context.lineTo(right, bottom - cellHeight);
  context.lineTo(step, bottom - cellHeight);
  context.lineTo(step, bottom);
  context.lineTo(left, bottom);
  context.closePath();
  context.stroke();
}

function placesOf(grid: Grid, marks: ArrayLike<number>): (readonly [number, number])[] {
  return Array.from(marks)
    .filter((index) => index >= 0 && index < grid.values.length)
    .map((index) => [Math.floor(index / grid.columns), index % grid.columns] as const);
}

/** Whether places fill a rectangle: one frame around it then says more than many. */
function isDense(places: readonly (readonly [number, number])[]): boolean {
  if (places.length === 0) return false;
  const rows = places.map(([row]) => row);
  const columns = places.map(([, column]) => column);
  const area =
    (Math.max(...rows) - Math.min(...rows) + 1) * (Math.max(...columns) - Math.min(...columns) + 1);
  return area === places.length;
}
