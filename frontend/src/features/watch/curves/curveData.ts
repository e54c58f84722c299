/** From the scalar stores to the aligned, decimated columns that a plot takes. */
import { align, decimate, type Line } from "@/draw/decimate";
import { Smoother } from "@/draw/smoothing";
import type { ScalarSeries } from "@/state/telemetry/scalarSeries";
import type { ScalarName, SeriesStore } from "@/state/telemetry/seriesStore";

/** Raw: as measured; smoothed: its moving average; validation: a value an epoch. */
export type CurveRole = "raw" | "smoothed" | "validation";

export interface Curve {
  readonly scalar: ScalarName;
  readonly role: CurveRole;
  readonly label: string;
}

/** Smoothed lines, each extended by what is new. A cleared series is another object, so it starts anew. */
export class SmoothedLines {
  private readonly smoothers = new WeakMap<ScalarSeries, Smoother>();

  of(series: ScalarSeries, weight: number): Float32Array {
    let smoother = this.smoothers.get(series);
    if (smoother?.weight !== weight) {
      smoother = new Smoother(weight);
      this.smoothers.set(series, smoother);
    }
    return smoother.extend(series.values);
  }
}

function drawable(value: number | null, isLogarithmic: boolean): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return isLogarithmic && value <= 0 ? null : value;
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
  store: SeriesStore,
  curves: readonly Curve[],
  lines: SmoothedLines,
  { columns, weight, isLogarithmic }: { columns: number; weight: number; isLogarithmic: boolean },
): PlotColumns {
  const decimated = curves.map(({ scalar, role }): Line => {
    const series = store.get(scalar);
    if (series === null) return { x: [], y: [] };
    const values = role === "smoothed" ? lines.of(series, weight) : series.values;
    return decimate({ x: series.steps, y: values }, columns);
  });
  const { x, y } = align(decimated);
  return {
    x,
    y: y.map((column) => column.map((value) => drawable(value, isLogarithmic))),
  };
}
