/** The row of im2col: what a window sees, what it is multiplied by, and the products, one under the other. */
import { at } from "./array";
import { luminance, toCss } from "./colour";
import { divergingScale } from "./diverging";
import { gridNumber, unitText } from "./gridNumber";
import { figureText, type Context, type Point, type Size, type Theme } from "./theme";

export interface TermRow {
  /** What is seen; minus infinity where a window lies over a margin that never wins. */
  readonly x: ArrayLike<number>;
  /** By what; null where values are not weighted. */
  readonly w: ArrayLike<number> | null;
  /** How many terms belong together; a little room stands between the groups. */
  readonly block: number;
  /** How formulas call what is seen, and what weights it: `x` and `w`. */
  readonly letters: readonly [seen: string, weight: string];
  /** What the figures of each row are divided by, so that small ones can be read. */
  readonly units: readonly [seen: number, weight: number, product: number];
}

export interface TermLayout {
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** How many terms stand in one line. */
  readonly perLine: number;
  readonly lines: number;
  /** The height of one line with the room under it. */
  readonly lineHeight: number;
  /** Room for the names of the rows. */
  readonly left: number;
  readonly groupGap: number;
  readonly isNumbered: boolean;
  readonly height: number;
}

/** Room for the rows' names, with a unit behind them and without. */
const names = { width: 30, letter: 6.7, gap: 8 };
/** From large to small; the first that fits is taken. The first two hold figures. */
const cells: readonly (readonly [width: number, height: number])[] = [
  [44, 19],
  [33, 17],
  [16, 12],
  [11, 9],
  [8, 8],
  [6, 6],
  [4, 5],
  [3, 4],
  [2, 3],
  [1, 2],
];

/** How many rows there are: what is seen, and, where it is weighted, weights and products. */
export function rowCount({ w }: TermRow): number {
  return w === null ? 1 : 3;
}

/** The names of the rows: `x`, `w`, `w·x`; with figures, the unit that they are in. */
function rowNames({ w, letters, units }: TermRow, isNumbered: boolean): string[] {
  const [seen, weight] = letters;
  const all = w === null ? [seen] : [seen, weight, `${weight}·${seen}`];
  return all.map((name, place) =>
    isNumbered ? `${name} ${unitText(units[place] ?? 1)}`.trim() : name,
  );
}

function layoutWith(row: TermRow, width: number, cell: readonly [number, number]): TermLayout {
  const count = row.x.length;
  const [cellWidth, cellHeight] = cell;
  const block = Math.max(1, row.block);
  const groupGap =
    block < count
      ? cellWidth > 4
        ? Math.max(2, Math.round(cellWidth / 4))
        : cellWidth > 1
          ? 1
          : 0
      : 0;
  const isNumbered = cellWidth >= 33;
  const longest = Math.max(...rowNames(row, isNumbered).map(({ length }) => length));
  const left = Math.max(names.width, Math.ceil(longest * names.letter) + names.gap);
  const room = width - left;
  // Whole groups in a line, where at least one fits.
  const groups = Math.floor((room + groupGap) / (block * cellWidth + groupGap));
  const perLine = Math.min(
    count,
    groups >= 1 ? groups * block : Math.max(1, Math.floor(room / cellWidth)),
  );
  const lines = Math.max(1, Math.ceil(count / perLine));
  const lineHeight = rowCount(row) * cellHeight + (cellHeight >= 12 ? 10 : cellHeight > 4 ? 5 : 3);
  return {
    cellWidth,
    cellHeight,
    perLine,
    lines,
    lineHeight,
    left,
    groupGap: groups >= 1 ? groupGap : 0,
    isNumbered,
    height: lines * lineHeight,
  };
}

export function termLayout(row: TermRow, { width, height }: Size): TermLayout {
  const layouts = cells.map((cell) => layoutWith(row, width, cell));
  const fitting = layouts.find((layout) => layout.height <= height);
  return fitting ?? layouts[layouts.length - 1] ?? layoutWith(row, width, [1, 2]);
}

function placeOf(term: number, row: TermRow, layout: TermLayout): Point {
  const inLine = term % layout.perLine;
  return {
    x:
      layout.left +
      inLine * layout.cellWidth +
      Math.floor(inLine / Math.max(1, row.block)) * layout.groupGap,
    y: Math.floor(term / layout.perLine) * layout.lineHeight,
  };
}

/** The term under the pointer. */
export function termUnder(row: TermRow, layout: TermLayout, pointer: Point): number | null {
  const line = Math.floor(pointer.y / layout.lineHeight);
  if (line < 0 || line >= layout.lines) return null;
  const last = Math.min(row.x.length, (line + 1) * layout.perLine);
  for (let term = line * layout.perLine; term < last; term += 1) {
    const { x } = placeOf(term, row, layout);
    if (pointer.x >= x && pointer.x < x + layout.cellWidth) return term;
  }
  return null;
}

export interface TermView extends Size {
  readonly row: TermRow;
  /** The values at full colour: of what is seen, of the weights, of the products. */
  readonly limits: readonly [x: number, w: number, product: number];
  readonly selected: number | null;
}

export function drawTerms(context: Context, view: TermView, theme: Theme): TermLayout {
  const { row, limits, selected } = view;
  const layout = termLayout(row, view);
  const { cellWidth, cellHeight } = layout;
  const labels = rowNames(row, layout.isNumbered);
  const scales = limits.map((limit) => divergingScale(limit, theme));
  const edge = cellWidth >= 8 ? 1 : 0;
  context.textBaseline = "middle";
  for (let line = 0; line < layout.lines; line += 1) {
    context.font = figureText(theme);
    context.textAlign = "left";
    context.fillStyle = theme.faint;
    if (cellHeight < 9 && line > 0) break;
    for (const [at, label] of labels.entries()) {
      if (cellHeight < 9 && at > 0) break;
      const y = line * layout.lineHeight + (at + 0.5) * cellHeight;
      context.fillText(cellHeight < 9 ? labels.join(" ").slice(0, 5) : label, 0, y);
    }
  }
  context.textAlign = "center";
  context.font = `${cellWidth >= 44 ? 11 : 9.5}px ${theme.figureFont}`;
  for (let term = 0; term < row.x.length; term += 1) {
    const { x, y } = placeOf(term, row, layout);
    const seen = at(row.x, term);
    const weight = row.w === null ? null : at(row.w, term);
    const shown = weight === null ? [seen] : [seen, weight, seen * weight];
    for (const [place, number] of shown.entries()) {
      const colour = scales[place]?.colour(Number.isFinite(number) ? number : 0) ?? [0, 0, 0];
      const top = y + place * cellHeight;
      context.fillStyle = toCss(colour);
      context.fillRect(x, top, cellWidth - edge, cellHeight - edge);
      if (!layout.isNumbered) continue;
      const [dark, light] = theme.isDark ? [theme.background, theme.ink] : [theme.ink, theme.panel];
      context.fillStyle = luminance(colour) > 0.3 ? dark : light;
      context.fillText(
        gridNumber(number / (row.units[place] ?? 1), cellWidth),
        x + (cellWidth - edge) / 2,
        top + cellHeight / 2,
      );
    }
    if (term !== selected) continue;
    context.strokeStyle = theme.ink;
    context.lineWidth = 1.5;
    context.strokeRect(x - 0.5, y - 0.5, cellWidth, rowCount(row) * cellHeight);
  }
  return layout;
}
