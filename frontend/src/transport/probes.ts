/** Probe payloads: what was measured in one node. */
import { decodeFloat32, decodeUint32, MalformedMessage } from "./arrays";
import {
  decodeConfusion,
  decodeFeatureMaps,
  decodeSignalPropagation,
  decodeUnitSurfaces,
  decodeWorstSamples,
} from "./decodeLooking";
import type {
  DecisionSurfaceProbe,
  Envelope,
  FiltersProbe,
  GradientStatsProbe,
  HistogramProbe,
  HistogramProbeName,
  ParameterGradient,
  Probe,
} from "./messages";
import { isFields, Reader } from "./reader";

function decodeHistogram(
  reader: Reader,
  envelope: Envelope,
  probe: HistogramProbeName,
): HistogramProbe {
  const edges = decodeFloat32(reader.raw("edges"), reader.path("edges")).values;
  const counts = decodeUint32(reader.raw("counts"), reader.path("counts")).values;
  const sampled = reader.count("sampled");
  if (edges.length !== counts.length + 1) {
    throw new MalformedMessage(
      `${reader.path("edges")}: expected one more edge than the ${String(counts.length)} counts, ` +
        `received ${String(edges.length)}`,
    );
  }
  const counted = counts.reduce((sum, count) => sum + count, 0);
  if (counted !== sampled) {
    throw new MalformedMessage(
      `${reader.path("counts")}: expected a sum of ${String(sampled)} (sampled), ` +
        `received ${String(counted)}`,
    );
  }
  return {
    type: "probe",
    ...envelope,
    probe,
    node: reader.text("node"),
    parameter: reader.textOrNull("parameter"),
    edges,
    counts,
    mean: reader.measured("mean"),
    std: reader.measured("std"),
    min: reader.measured("min"),
    max: reader.measured("max"),
    sampled,
    total: reader.count("total"),
    zeroFraction: reader.measured("zero_fraction"),
    saturatedFraction: reader.measured("saturated_fraction"),
    deadFraction: reader.measured("dead_fraction"),
    nonFinite: reader.measured("non_finite") ?? 0,
    batch: reader.measured("batch"),
  };
}

function decodeGradientStats(reader: Reader, envelope: Envelope): GradientStatsProbe {
  const parameters: Record<string, ParameterGradient> = {};
  for (const [name, fields] of Object.entries(reader.map("parameters"))) {
    const where = reader.path(`parameters.${name}`);
    if (!isFields(fields)) throw new MalformedMessage(`${where}: expected a map`);
    const figures = new Reader(fields, where);
    parameters[name] = {
      norm: figures.measured("norm"),
      mean: figures.measured("mean"),
      std: figures.measured("std"),
      maxAbs: figures.measured("max_abs"),
      updateRatio: figures.measured("update_ratio"),
    };
  }
  return {
    type: "probe",
    ...envelope,
    probe: "gradient_stats",
    node: reader.text("node"),
    parameter: null,
    parameters,
  };
}

function decodeFilters(reader: Reader, envelope: Envelope): FiltersProbe {
  const { shape, values } = decodeFloat32(reader.raw("weight"), reader.path("weight"));
  const [outputs, inputs, height, width] = shape;
  if (
    shape.length !== 4 ||
    outputs === undefined ||
    inputs === undefined ||
    height === undefined ||
    width === undefined
  ) {
    throw new MalformedMessage(
      `${reader.path("weight")}: expected shape (out, in, kernel height, kernel width), ` +
        `received [${shape.join(", ")}]`,
    );
  }
  return {
    type: "probe",
    ...envelope,
    probe: "filters",
    node: reader.text("node"),
    parameter: null,
    shape: [outputs, inputs, height, width],
    weight: values,
    low: reader.number("low"),
    high: reader.number("high"),
    outChannels: reader.count("out_channels"),
    inChannels: reader.count("in_channels"),
  };
}

function decodeSurface(reader: Reader, envelope: Envelope): DecisionSurfaceProbe {
  const { shape, values } = decodeFloat32(reader.raw("values"), reader.path("values"));
  const [classes, rows, columns] = shape;
  if (
    shape.length !== 3 ||
    classes === undefined ||
    rows === undefined ||
    columns === undefined ||
    values.length === 0
  ) {
    throw new MalformedMessage(
      `${reader.path("values")}: expected shape (classes, rows, columns), ` +
        `received [${shape.join(", ")}]`,
    );
  }
  return {
    type: "probe",
    ...envelope,
    probe: "decision_surface",
    node: reader.text("node"),
    parameter: null,
    x: reader.range("x"),
    y: reader.range("y"),
    shape: [classes, rows, columns],
    values,
  };
}

/** One probe, or null when it is of a kind this page does not know. */
export function decodeProbe(reader: Reader, envelope: Envelope): Probe | null {
  const probe = reader.text("probe");
  switch (probe) {
    case "activation_histogram":
    case "weight_histogram":
    case "gradient_histogram":
      return decodeHistogram(reader, envelope, probe);
    case "gradient_stats":
      return decodeGradientStats(reader, envelope);
    case "filters":
      return decodeFilters(reader, envelope);
    case "decision_surface":
      return decodeSurface(reader, envelope);
    case "feature_maps":
      return decodeFeatureMaps(reader, envelope);
    case "confusion":
      return decodeConfusion(reader, envelope);
    case "worst_samples":
      return decodeWorstSamples(reader, envelope);
    case "signal_propagation":
      return decodeSignalPropagation(reader, envelope);
    case "unit_surfaces":
      return decodeUnitSurfaces(reader, envelope);
    default:
      return null;
  }
}
