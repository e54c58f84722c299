/** Which classes are taken for which: a table of counts, the right answers on its diagonal. */
import { at, largest } from "./array";
import { luminance, mix, parseColour, type Rgb, toCss } from "./colour";
import { count, share } from "./format";
import { shorten } from "./gradientFlow";
import { type Context, figureText, plainText, type Point, type Size, type Theme } from "./theme";

export interface Confusion {
  readonly classes: number;
  /** (classes, classes): a row for each true class, a column for each predicted one. */
  readonly counts: Uint32Array;
}

export interface ConfusionCell {
  /** The true class. */
  readonly row: number;
  /** The predicted one. */
  readonly column: number;
}

/** How many samples of class `row` are taken for `column`. */
export function cellCount({ classes, counts }: Confusion, { row, column }: ConfusionCell): number {
  return at(counts, row * classes + column);
}

/** How many samples belong to each class. */
export function trueTotals({ classes, counts }: Confusion): number[] {
  return Array.from({ length: classes }, (_, row) =>
    counts.subarray(row * classes, (row + 1) * classes).reduce((sum, one) => sum + one, 0),
  );
}

/** How many samples are taken for each class. */
export function predictedTotals({ classes, counts }: Confusion): number[] {
  const totals = new Array<number>(classes).fill(0);
  for (const [place, one] of counts.entries()) {
    totals[place % classes] = at(totals, place % classes) + one;
  }
  return totals;
}

function shares(confusion: Confusion, totals: readonly number[]): (number | null)[] {
  return totals.map((total, index) =>
    total === 0 ? null : cellCount(confusion, { row: index, column: index }) / total,
  );
}

/** Of each class's samples, the share that is recognised; null for a class without samples. */
export function recalls(confusion: Confusion): (number | null)[] {
  return shares(confusion, trueTotals(confusion));
}

/** Of the samples taken for each class, the share that belongs to it; null where none is. */
export function precisions(confusion: Confusion): (number | null)[] {
  return shares(confusion, predictedTotals(confusion));
}

export interface ConfusionView extends Size {
  readonly confusion: Confusion;
  readonly names: readonly string[];
  readonly chosen: ConfusionCell | null;
  readonly isLogarithmic: boolean;
  /** Over the columns, beside the rows; and over the shares at the end of both. */
  readonly words: { predicted: string; actual: string; recall: string; precision: string };
}

export interface ConfusionLayout {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
}

const margin = { top: 34, right: 62, bottom: 20 };

/** Room for the names before the rows and for the word under them, about seven pixels a letter. */
function nameRoom(names: readonly string[], classes: number): number {
  const longest = largest(
    Array.from({ length: classes }, (_, index) => (names[index] ?? String(index)).length),
    0,
  );
  return Math.max(64, Math.min(104, 7 * longest + 14));
}

export function confusionLayout(
  { classes }: Confusion,
  names: readonly string[],
  { width, height }: Size,
): ConfusionLayout {
  const left = nameRoom(names, classes);
  const room = Math.min(
    (width - left - margin.right) / classes,
    (height - margin.top - margin.bottom) / classes,
    54,
  );
  const cell = room >= 4 ? Math.floor(room) : Math.max(0.5, room);
  return { left, top: margin.top, cell };
}

/** The cell under the pointer, or null. */
export function cellUnder(
  { classes }: Confusion,
  { left, top, cell }: ConfusionLayout,
  pointer: Point,
): ConfusionCell | null {
  const row = Math.floor((pointer.y - top) / cell);
  const column = Math.floor((pointer.x - left) / cell);
  const isInside = row >= 0 && column >= 0 && row < classes && column < classes;
  return isInside ? { row, column } : null;
}

/** How strongly a count is drawn, 0 to 1, beside the largest one. */
export function strength(one: number, most: number, isLogarithmic: boolean): number {
  if (most === 0) return 0;
  return isLogarithmic ? Math.log1p(one) / Math.log1p(most) : one / most;
}

export function drawConfusion(context: Context, view: ConfusionView, theme: Theme): void {
  const { confusion, names, chosen, isLogarithmic, words } = view;
  const { classes, counts } = confusion;
  const { left, top, cell } = confusionLayout(confusion, names, view);
  const most = largest(counts, 0);
  const empty = parseColour(theme.grid);
  const right = parseColour(theme.positive);
  const wrong = parseColour(theme.negative);
  const gap = cell >= 8 ? 1 : 0;
  const end = left + classes * cell;
  const bottom = top + classes * cell;
  context.textBaseline = "middle";
  for (let row = 0; row < classes; row += 1) {
    for (let column = 0; column < classes; column += 1) {
      const one = cellCount(confusion, { row, column });
      const amount = strength(one, most, isLogarithmic);
      const colour = mix(empty, row === column ? right : wrong, amount);
      context.fillStyle = toCss(colour);
      context.fillRect(left + column * cell, top + row * cell, cell - gap, cell - gap);
      context.font = figureText(theme, cell >= 26 ? 11 : 9);
      // A count that does not fit is read under the pointer.
      if (one > 0 && cell >= 12 && context.measureText(count(one)).width <= cell - 2) {
        context.textAlign = "center";
        context.fillStyle = readable(colour);
        context.fillText(count(one), left + (column + 0.5) * cell, top + (row + 0.5) * cell);
      }
    }
  }
  const every = Math.max(1, Math.ceil(12 / cell));
  const [recall, precision] = [recalls(confusion), precisions(confusion)];
  for (let index = 0; index < classes; index += every) {
    const middle = (index + 0.5) * cell;
    const name = names[index] ?? String(index);
    context.font = plainText(theme);
    context.fillStyle = theme.soft;
    context.textAlign = "right";
    context.fillText(shorten(context, name, left - 14), left - 6, top + middle);
    context.textAlign = "center";
    context.fillText(shorten(context, name, cell * every - 2), left + middle, top - 8);
    context.font = figureText(theme);
    context.fillStyle = theme.ink;
    context.textAlign = "left";
    context.fillText(percent(recall[index] ?? null), end + 8, top + middle);
    // Under each other there is room for each; beside each other, in narrow cells, for whole per cents.
    context.textAlign = "center";
    const isWide = cell * every >= 44;
    context.font = figureText(theme, isWide ? 10.5 : 9);
    const under = percent(precision[index] ?? null, isWide);
    context.fillText(under, left + middle, bottom + 10);
  }
  context.font = plainText(theme);
  context.fillStyle = theme.faint;
  context.textAlign = "left";
  context.fillText(`${words.predicted} →`, left, top - 24);
  context.fillText(`${words.actual} ↓`, 0, top - 8);
  context.fillText(words.recall, end + 8, top - 8);
  context.textAlign = "right";
  context.fillText(words.precision, left - 6, bottom + 10);
  if (chosen !== null) {
    context.strokeStyle = theme.ink;
    context.lineWidth = 2;
    context.strokeRect(
      left + chosen.column * cell,
      top + chosen.row * cell,
      cell - gap,
      cell - gap,
    );
  }
}

function percent(value: number | null, isExact = true): string {
  if (value === null) return "–";
  return isExact ? share(value) : String(Math.round(value * 100));
}

/** Black or white, whichever can be read on `colour`. */
function readable(colour: Rgb): string {
  return luminance(colour) > 0.18 ? "#000000" : "#ffffff";
}
