/** From scalars over time to the aligned, decimated columns that a plot takes. */
import { align, decimate, type Line } from "@/draw/decimate";
import { Smoother } from "@/draw/smoothing";
import type { Theme } from "@/draw/theme";

/** A scalar over time. After it was cleared it is another object. */
export interface ScalarLine {
  readonly length: number;
  readonly steps: Uint32Array;
  readonly values: Float32Array;
}

/** How a curve is drawn. */
export interface Stroke {
  readonly colour: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly dash?: readonly number[];
  /** Whether each value has a mark, as far as marks do not touch. */
  readonly hasPoints?: boolean;
}

export interface Curve {
  readonly label: string;
  /** Whether its moving average is drawn instead of what was measured. */
  readonly isSmoothed: boolean;
  readonly stroke: (theme: Theme) => Stroke;
  /** What was measured; null before there was anything. */
  readonly read: () => ScalarLine | null;
}

/** What stands under the pointer. */
export interface PlotPoint {
  readonly step: number;
  /** A value for each curve; null where it has none at this step. */
  readonly values: readonly (number | null)[];
  /** How far to the right the pointer is, 0 to 1. */
  readonly place: number;
}

/** Smoothed lines, each extended by what is new. A cleared line is another object, so it starts anew. */
export class SmoothedLines {
  private readonly smoothers = new WeakMap<ScalarLine, Smoother>();

  of(line: ScalarLine, weight: number): Float32Array {
    let smoother = this.smoothers.get(line);
    if (smoother?.weight !== weight) {
      smoother = new Smoother(weight);
      this.smoothers.set(line, smoother);
    }
    return smoother.extend(line.values);
  }
}

function drawable(value: number | null, isLogarithmic: boolean): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return isLogarithmic && value <= 0 ? null : value;
}

/** What a column draws: its values without the gaps where other curves have a point. */
export function drawnValues(column: readonly (number | null)[]): Float32Array {
  return Float32Array.from(column.filter((value) => value !== null));
}

export interface PlotColumns {
  readonly x: number[];
  readonly y: (number | null)[][];
}

/**
 * The columns of a plot: x, then one column a curve.
 *
 * @param columns the plot's width in pixels
 * @param weight of the past in smoothed curves, 0 to below 1
 */
export function plotColumns(
  curves: readonly Curve[],
  lines: SmoothedLines,
  { columns, weight, isLogarithmic }: { columns: number; weight: number; isLogarithmic: boolean },
): PlotColumns {
  const decimated = curves.map(({ read, isSmoothed }): Line => {
    const line = read();
    if (line === null) return { x: [], y: [] };
    const values = isSmoothed ? lines.of(line, weight) : line.values;
    return decimate({ x: line.steps, y: values }, columns);
  });
  const { x, y } = align(decimated);
  return {
    x,
    y: y.map((column) => column.map((value) => drawable(value, isLogarithmic))),
  };
}
