/** What each view draws, as a table: read from the same stores, so from the same moment, as the picture. */
import { Smoother } from "@/draw/smoothing";
import { series } from "@/state/telemetry/measurements";
import type { ScalarName } from "@/state/telemetry/seriesStore";
import type {
  DecisionSurfaceProbe,
  FiltersProbe,
  GradientStatsProbe,
  HistogramProbe,
} from "@/transport/messages";
import { nodeNorm } from "../gradientNorm";
import type { Cell, Table } from "./table";

/** Every value of a training and a validation scalar, and the moving average that is drawn. */
export function curveTable(training: ScalarName, validation: ScalarName, smoothing: number): Table {
  const line = series.get(training);
  const smoothed = line === null ? null : new Smoother(smoothing).extend(line.values);
  const rows = new Map<number, [Cell, Cell, Cell]>();
  for (const [row, step] of (line?.steps ?? []).entries()) {
    rows.set(step, [line?.values[row] ?? null, smoothed?.[row] ?? null, null]);
  }
  const other = series.get(validation);
  for (const [row, step] of (other?.steps ?? []).entries()) {
    const [value, average] = rows.get(step) ?? [null, null];
    rows.set(step, [value, average, other?.values[row] ?? null]);
  }
  return {
    columns: ["step", training, `${training}_smoothed`, validation],
    rows: [...rows].sort(([one], [next]) => one - next).map(([step, cells]) => [step, ...cells]),
  };
}

/** The counts of each bin, of one histogram or of several over time. */
export function histogramTable(histograms: readonly HistogramProbe[]): Table {
  return {
    columns: ["step", "node", "parameter", "from", "to", "count"],
    rows: histograms.flatMap(({ step, node, parameter, edges, counts }) =>
      Array.from(counts, (count, bin) => [
        step,
        node,
        parameter,
        edges[bin] ?? null,
        edges[bin + 1] ?? null,
        count,
      ]),
    ),
  };
}

/** The figures of a histogram, one a row. */
export function figuresTable(figure: HistogramProbe | null): Table {
  const columns = [
    "step",
    "node",
    "mean",
    "std",
    "min",
    "max",
    "zero_fraction",
    "saturated_fraction",
    "dead_fraction",
    "non_finite",
    "sampled",
    "total",
  ];
  if (figure === null) return { columns, rows: [] };
  const { step, node, mean, std, min, max, zeroFraction, saturatedFraction, deadFraction } = figure;
  const { nonFinite, sampled, total } = figure;
  const shares = [zeroFraction, saturatedFraction, deadFraction];
  return {
    columns,
    rows: [[step, node, mean, std, min, max, ...shares, nonFinite, sampled, total]],
  };
}

export function filtersTable(probe: FiltersProbe | null): Table {
  const columns = ["step", "node", "filter", "input", "row", "column", "weight"];
  if (probe === null) return { columns, rows: [] };
  const [, inputs, height, width] = probe.shape;
  return {
    columns,
    rows: Array.from(probe.weight, (weight, place) => [
      probe.step,
      probe.node,
      Math.floor(place / (inputs * height * width)),
      Math.floor(place / (height * width)) % inputs,
      Math.floor(place / width) % height,
      place % width,
      weight,
    ]),
  };
}

export function flowTable(stats: readonly GradientStatsProbe[]): Table {
  return {
    columns: ["step", "node", "gradient_norm"],
    rows: stats.map((one) => [one.step, one.node, nodeNorm(one)]),
  };
}

export function gradientTable(stats: readonly GradientStatsProbe[]): Table {
  return {
    columns: ["step", "node", "parameter", "norm", "mean", "std", "max_abs", "update_ratio"],
    rows: stats.flatMap(({ step, node, parameters }) =>
      Object.entries(parameters).map(([parameter, { norm, mean, std, maxAbs, updateRatio }]) => [
        step,
        node,
        parameter,
        norm,
        mean,
        std,
        maxAbs,
        updateRatio,
      ]),
    ),
  };
}

/** The centre of a cell of a grid over the plane. */
export function centre(
  [low, high]: readonly [number, number],
  cell: number,
  cells: number,
): number {
  return low + ((high - low) * (cell + 0.5)) / cells;
}

export function surfaceTable(surface: DecisionSurfaceProbe | null): Table {
  const columns = ["step", "class", "x", "y", "value"];
  if (surface === null) return { columns, rows: [] };
  const [, rows, cells] = surface.shape;
  return {
    columns,
    rows: Array.from(surface.values, (value, place) => [
      surface.step,
      Math.floor(place / (rows * cells)),
      centre(surface.x, place % cells, cells),
      centre(surface.y, Math.floor(place / cells) % rows, rows),
      value,
    ]),
  };
}
