/** One step of a run under the glass: what is asked, what comes, and its check. */
import { decode as decodeMessagePack } from "@msgpack/msgpack";
import { decodeAny, MalformedMessage, type NumericArray } from "./arrays";
import { type Fields, isFields, Reader } from "./reader";
import { postForBytes, runPath } from "./rest";

export type Tensor = NumericArray<Float32Array | Float64Array | Uint32Array>;

/** Height and width, or down and across. */
export type Pair = readonly [number, number];

/** The window that a convolution or pooling slides; `groups` is 0 where each channel is by itself. */
export interface TraceWindow {
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  /** Rows above and below, columns left and right of the image. */
  readonly margins: readonly [Pair, Pair];
  readonly groups: number;
}

/** Lines of a source file that ran, numbered from 1. */
export interface RanLines {
  readonly file: string;
  readonly lines: readonly number[];
}

export interface TracedInput {
  readonly node: string;
  readonly tensor: Tensor;
}

/** A node on the way forward. Tensors by sample begin with that axis. */
export interface ForwardNode {
  readonly node: string;
  readonly kind: string;
  readonly inputs: readonly TracedInput[];
  readonly parameters: Readonly<Record<string, Tensor>>;
  /** By what batch normalisation normalised, by channel. */
  readonly statistics: { readonly mean: Tensor; readonly variance: Tensor } | null;
  readonly window: TraceWindow | null;
  readonly output: Tensor;
  readonly lines: readonly RanLines[];
}

export interface TracedParameter {
  readonly gradient: Tensor;
  readonly update: Tensor;
  readonly value: Tensor;
  /** What the optimizer kept of it before the update. */
  readonly remembered: Readonly<Record<string, Tensor>>;
}

/** A node on the way back. */
export interface BackwardNode {
  readonly node: string;
  readonly kind: string;
  /** The loss's derivative by the node's output. */
  readonly gradient: Tensor;
  readonly parameters: Readonly<Record<string, TracedParameter>>;
  readonly lines: readonly RanLines[];
}

export interface Trace {
  readonly engine: string;
  readonly dtype: string;
  /** The number of the update, from 1. */
  readonly step: number;
  readonly generation: number;
  /** Samples that the step was made on, and how many of them are shown. */
  readonly batch: number;
  readonly samples: number;
  readonly learningRate: number;
  readonly loss: number | null;
  readonly gradientNorm: number | null;
  readonly inputs: Tensor;
  readonly targets: Tensor;
  readonly inputGradient: Tensor;
  readonly forward: readonly ForwardNode[];
  readonly backward: readonly BackwardNode[];
  readonly lossLines: {
    readonly forward: readonly RanLines[];
    readonly backward: readonly RanLines[];
  };
  readonly updateLines: readonly RanLines[];
}

export interface TraceQuestion {
  samples: number;
  /** Which nodes; an empty list for what belongs to none. */
  nodes: readonly string[];
  /** More of the step that was looked at last; left out, a new look. */
  step?: number;
}

/** A step of a run as it stands; the run is not disturbed. */
export async function getTrace(
  run: string,
  question: TraceQuestion,
  signal?: AbortSignal,
): Promise<Trace> {
  const path = `${runPath(run)}/trace?format=msgpack`;
  return decodeTrace(new Uint8Array(await postForBytes(path, question, signal)));
}

/** @throws MalformedMessage when it is not in the contract's shape */
export function decodeTrace(bytes: Uint8Array): Trace {
  const fields = decodeMessagePack(bytes);
  if (!isFields(fields)) throw new MalformedMessage("trace: expected a map");
  const reader = new Reader(fields, "trace");
  const lossLines = new Reader(reader.map("loss_lines"), reader.path("loss_lines"));
  return {
    engine: reader.text("engine"),
    dtype: reader.text("dtype"),
    step: reader.count("step"),
    generation: reader.count("generation"),
    batch: reader.count("batch"),
    samples: reader.count("samples"),
    learningRate: reader.number("learning_rate"),
    loss: reader.measured("loss"),
    gradientNorm: reader.measured("gradient_norm"),
    inputs: tensor(reader, "inputs"),
    targets: tensor(reader, "targets"),
    inputGradient: tensor(reader, "input_gradient"),
    forward: readers(reader, "forward").map(readForward),
    backward: readers(reader, "backward").map(readBackward),
    lossLines: {
      forward: readLines(lossLines, "forward"),
      backward: readLines(lossLines, "backward"),
    },
    updateLines: readLines(reader, "update_lines"),
  };
}

function tensor(reader: Reader, name: string): Tensor {
  return decodeAny(reader.raw(name), reader.path(name));
}

/** The maps in a list. */
function readers(reader: Reader, name: string): Reader[] {
  return reader.list(name).map((item, position) => {
    const where = reader.path(`${name}[${position}]`);
    if (!isFields(item)) throw new MalformedMessage(`${where}: expected a map`);
    return new Reader(item, where);
  });
}

function tensors(reader: Reader, name: string): Record<string, Tensor> {
  const map = reader.map(name);
  const inside = new Reader(map, reader.path(name));
  return Object.fromEntries(Object.keys(map).map((key) => [key, tensor(inside, key)]));
}

function readLines(reader: Reader, name: string): RanLines[] {
  return readers(reader, name).map((one) => ({
    file: one.text("file"),
    lines: one.list("lines").filter((line): line is number => typeof line === "number"),
  }));
}

function readForward(reader: Reader): ForwardNode {
  const hasStatistics = reader.raw("statistics") !== null;
  const statistics = hasStatistics ? tensors(reader, "statistics") : {};
  const { mean, variance } = statistics;
  return {
    node: reader.text("node"),
    kind: reader.text("kind"),
    // A node's name stands beside the array that it gave.
    inputs: readers(reader, "inputs").map((one) => ({
      node: one.text("node"),
      tensor: decodeAny(one.all, one.path("values")),
    })),
    parameters: tensors(reader, "parameters"),
    statistics: mean !== undefined && variance !== undefined ? { mean, variance } : null,
    window: reader.raw("window") === null ? null : readWindow(reader.map("window"), reader),
    output: tensor(reader, "output"),
    lines: readLines(reader, "lines"),
  };
}

function readWindow(fields: Fields, parent: Reader): TraceWindow {
  const reader = new Reader(fields, parent.path("window"));
  const margins = reader.list("margins").map((pair) => readPair(pair, reader, "margins"));
  const [vertical, horizontal] = margins;
  if (vertical === undefined || horizontal === undefined) throw reader.fail("margins", "two pairs");
  return {
    kernel: reader.range("kernel"),
    stride: reader.range("stride"),
    dilation: reader.range("dilation"),
    margins: [vertical, horizontal],
    groups: reader.count("groups"),
  };
}

function readPair(value: unknown, reader: Reader, name: string): Pair {
  const [first, second] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof first !== "number" || typeof second !== "number") throw reader.fail(name, "two pairs");
  return [first, second];
}

function readBackward(reader: Reader): BackwardNode {
  const parameters = reader.map("parameters");
  return {
    node: reader.text("node"),
    kind: reader.text("kind"),
    gradient: tensor(reader, "gradient"),
    parameters: Object.fromEntries(
      Object.keys(parameters).map((name) => {
        const inside = new Reader(parameters, reader.path("parameters"));
        const one = new Reader(inside.map(name), inside.path(name));
        return [
          name,
          {
            gradient: tensor(one, "gradient"),
            update: tensor(one, "update"),
            value: tensor(one, "value"),
            remembered: tensors(one, "remembered"),
          },
        ];
      }),
    ),
    lines: readLines(reader, "lines"),
  };
}
