/** What the views of samples, classes and depth draw, as tables. */
import { cellCount, precisions, recalls } from "@/draw/confusion";
import type {
  ConfusionProbe,
  FeatureMapsProbe,
  SignalPropagationProbe,
  UnitSurfacesProbe,
  WorstSamplesProbe,
} from "@/transport/lookingProbes";
import type { Table } from "./table";
import { centre } from "./tables";

/** A row for each cell, with what share of its row and of its column is right. */
export function confusionTable(probe: ConfusionProbe | null): Table {
  const columns = ["step", "true_class", "predicted_class", "count", "recall", "precision"];
  if (probe === null) return { columns, rows: [] };
  const [recall, precision] = [recalls(probe), precisions(probe)];
  return {
    columns,
    rows: Array.from(probe.counts, (_, place) => {
      const cell = { row: Math.floor(place / probe.classes), column: place % probe.classes };
      return [
        probe.step,
        cell.row,
        cell.column,
        cellCount(probe, cell),
        recall[cell.row] ?? null,
        precision[cell.column] ?? null,
      ];
    }),
  };
}

export function worstTable(probe: WorstSamplesProbe | null): Table {
  const columns = [
    "step",
    "sample",
    "true_class",
    "predicted_class",
    "loss",
    "probability",
    "true_probability",
  ];
  if (probe === null) return { columns, rows: [] };
  return {
    columns,
    rows: Array.from(probe.samples, (sample, place) => [
      probe.step,
      sample,
      probe.targets[place] ?? null,
      probe.predicted[place] ?? null,
      probe.losses[place] ?? null,
      probe.probabilities?.[place] ?? null,
      probe.targetProbabilities?.[place] ?? null,
    ]),
  };
}

export function mapsTable(probes: readonly FeatureMapsProbe[]): Table {
  return {
    columns: ["step", "sample", "node", "channel", "row", "column", "value"],
    rows: probes.flatMap(({ step, sample, node, shown, values }) => {
      // A vector has a channel for each of its features, of one pixel.
      const [rows, columns] = shown.length === 3 ? [shown[1] ?? 1, shown[2] ?? 1] : [1, 1];
      return Array.from(values, (value, place) => [
        step,
        sample,
        node,
        Math.floor(place / (rows * columns)),
        Math.floor(place / columns) % rows,
        place % columns,
        value,
      ]);
    }),
  };
}

export function signalTable(probes: readonly SignalPropagationProbe[]): Table {
  return {
    columns: [
      "step",
      "node",
      "variance",
      "predicted",
      "input_second_moment",
      "fan_in",
      "weight_variance",
      "rule",
    ],
    rows: probes.map((probe) => [
      probe.step,
      probe.node,
      probe.variance,
      probe.predicted,
      probe.inputSecondMoment,
      probe.fanIn,
      probe.weightVariance,
      probe.rule,
    ]),
  };
}

export function unitsTable(probes: readonly UnitSurfacesProbe[]): Table {
  return {
    columns: ["step", "node", "unit", "x", "y", "value"],
    rows: probes.flatMap(({ step, node, shape, x, y, values }) => {
      const [, rows, cells] = shape;
      return Array.from(values, (value, place) => [
        step,
        node,
        Math.floor(place / (rows * cells)),
        centre(x, place % cells, cells),
        centre(y, Math.floor(place / cells) % rows, rows),
        value,
      ]);
    }),
  };
}
