/** Decoding what is in `lookingProbes.ts`. */
import { decodeFloat16, decodeFloat32, decodeUint32, MalformedMessage } from "./arrays";
import type {
  CompactFigure,
  ConfusionProbe,
  FeatureMapsProbe,
  PropagationRule,
  SignalPropagationProbe,
  Split,
  UnitSurfacesProbe,
  WorstSamplesProbe,
} from "./lookingProbes";
import type { Envelope } from "./messages";
import type { Reader } from "./reader";

function head(reader: Reader, envelope: Envelope) {
  return { type: "probe", ...envelope, node: reader.text("node"), parameter: null } as const;
}

function readSizes(reader: Reader, name: string): number[] {
  return reader.list(name).map((size) => {
    if (typeof size !== "number") throw reader.fail(name, "a shape");
    return size;
  });
}

function readCompact(reader: Reader): CompactFigure {
  const scale = reader.number("scale");
  const { shape, values } = decodeFloat16(reader.raw("values"), reader.path("values"), scale);
  return {
    values,
    shown: shape,
    shape: readSizes(reader, "shape"),
    block: reader.count("block"),
    low: reader.measured("low"),
    high: reader.measured("high"),
  };
}

function readFloatsOrNull(reader: Reader, name: string): Float32Array | null {
  const value = reader.raw(name);
  return value === null || value === undefined
    ? null
    : decodeFloat32(value, reader.path(name)).values;
}

function readSplit(reader: Reader): Split {
  const split = reader.text("split");
  if (split !== "train" && split !== "validation") throw reader.fail("split", "a split");
  return split;
}

export function decodeFeatureMaps(reader: Reader, envelope: Envelope): FeatureMapsProbe {
  return {
    ...head(reader, envelope),
    probe: "feature_maps",
    ...readCompact(reader),
    sample: reader.count("sample"),
    split: readSplit(reader),
    target: reader.count("target"),
    predicted: reader.count("predicted"),
    probabilities: readFloatsOrNull(reader, "probabilities"),
  };
}

export function decodeConfusion(reader: Reader, envelope: Envelope): ConfusionProbe {
  const { shape, values } = decodeUint32(reader.raw("counts"), reader.path("counts"));
  const [classes, others] = shape;
  if (shape.length !== 2 || classes === undefined || classes !== others) {
    throw new MalformedMessage(
      `${reader.path("counts")}: expected shape (classes, classes), received [${shape.join(", ")}]`,
    );
  }
  const samples = reader.count("samples");
  const counted = values.reduce((sum, count) => sum + count, 0);
  if (counted !== samples) {
    throw new MalformedMessage(
      `${reader.path("counts")}: expected a sum of ${String(samples)} (samples), ` +
        `received ${String(counted)}`,
    );
  }
  return { ...head(reader, envelope), probe: "confusion", classes, counts: values, samples };
}

export function decodeWorstSamples(reader: Reader, envelope: Envelope): WorstSamplesProbe {
  const figure = readCompact(reader);
  const whole = (name: string): Uint32Array =>
    decodeUint32(reader.raw(name), reader.path(name)).values;
  const samples = whole("samples");
  if (figure.shown[0] !== samples.length) {
    throw new MalformedMessage(
      `${reader.path("values")}: expected one for each of ${String(samples.length)} samples, ` +
        `received ${String(figure.shown[0])}`,
    );
  }
  return {
    ...head(reader, envelope),
    probe: "worst_samples",
    ...figure,
    samples,
    targets: whole("targets"),
    predicted: whole("predicted"),
    losses: decodeFloat32(reader.raw("losses"), reader.path("losses")).values,
    probabilities: readFloatsOrNull(reader, "probabilities"),
    targetProbabilities: readFloatsOrNull(reader, "target_probabilities"),
  };
}

const rules: ReadonlySet<string> = new Set<PropagationRule>([
  "weighted_sum",
  "normalised",
  "gaussian",
]);

function isRule(rule: string): rule is PropagationRule {
  return rules.has(rule);
}

export function decodeSignalPropagation(
  reader: Reader,
  envelope: Envelope,
): SignalPropagationProbe {
  const rule = reader.textOrNull("rule");
  return {
    ...head(reader, envelope),
    probe: "signal_propagation",
    variance: reader.measured("variance"),
    predicted: reader.measured("predicted"),
    inputSecondMoment: reader.measured("input_second_moment"),
    fanIn: reader.measured("fan_in"),
    weightVariance: reader.measured("weight_variance"),
    // A rule of a newer server is one that this page has no words for.
    rule: rule !== null && isRule(rule) ? rule : null,
    source: reader.textOrNull("source"),
    sampled: reader.count("sampled"),
    total: reader.count("total"),
    batch: reader.count("batch"),
  };
}

export function decodeUnitSurfaces(reader: Reader, envelope: Envelope): UnitSurfacesProbe {
  const scale = reader.number("scale");
  const { shape, values } = decodeFloat16(reader.raw("values"), reader.path("values"), scale);
  const [units, rows, columns] = shape;
  if (shape.length !== 3 || units === undefined || rows === undefined || columns === undefined) {
    throw new MalformedMessage(
      `${reader.path("values")}: expected shape (units, rows, columns), ` +
        `received [${shape.join(", ")}]`,
    );
  }
  return {
    ...head(reader, envelope),
    probe: "unit_surfaces",
    x: reader.range("x"),
    y: reader.range("y"),
    shape: [units, rows, columns],
    values,
    low: reader.measured("low"),
    high: reader.measured("high"),
    units: reader.count("units"),
  };
}
