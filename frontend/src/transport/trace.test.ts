import { encode } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";
import { MalformedMessage } from "./arrays";
import { decodeTrace } from "./trace";

function float64(values: number[], shape = [values.length]) {
  return { dtype: "float64", shape, data: new Uint8Array(new Float64Array(values).buffer) };
}

function float32(values: number[], shape = [values.length]) {
  return { dtype: "float32", shape, data: new Uint8Array(new Float32Array(values).buffer) };
}

function uint32(values: number[]) {
  return {
    dtype: "uint32",
    shape: [values.length],
    data: new Uint8Array(new Uint32Array(values).buffer),
  };
}

const lines = [{ file: "layers/conv2d.py", lines: [36, 37] }];

const forward = {
  node: "conv1",
  kind: "conv2d",
  inputs: [{ node: "input", ...float32([1, 2, 3, 4], [1, 1, 2, 2]) }],
  parameters: { weight: float32([0.5], [1, 1, 1, 1]) },
  statistics: null,
  window: {
    kernel: [1, 1],
    stride: [1, 1],
    dilation: [1, 1],
    margins: [
      [0, 1],
      [0, 0],
    ],
    groups: 1,
  },
  output: float32([0.5, 1, 1.5, 2], [1, 1, 2, 2]),
  lines,
};

const backward = {
  node: "conv1",
  kind: "conv2d",
  gradient: float32([0, 0, 1, 0], [1, 1, 2, 2]),
  parameters: {
    weight: {
      gradient: float32([3], [1, 1, 1, 1]),
      update: float32([-0.3], [1, 1, 1, 1]),
      value: float32([0.2], [1, 1, 1, 1]),
      remembered: { velocity: float32([0.25], [1, 1, 1, 1]) },
    },
  },
  lines,
};

const whole = {
  engine: "scratch",
  dtype: "float32",
  step: 4,
  generation: 1,
  batch: 10,
  samples: 1,
  learning_rate: 0.1,
  loss: 2.5,
  gradient_norm: 3,
  inputs: float32([1, 2, 3, 4], [1, 1, 2, 2]),
  targets: uint32([3]),
  input_gradient: float32([0, 0, 0.5, 0], [1, 1, 2, 2]),
  forward: [forward],
  backward: [backward],
  loss_lines: { forward: lines, backward: [] },
  update_lines: [],
};

function decoded(changes: Record<string, unknown> = {}) {
  return decodeTrace(encode({ ...whole, ...changes }).slice());
}

describe("a trace", () => {
  it("comes with its step, its tensors and the lines that ran", () => {
    const trace = decoded();
    expect(trace).toMatchObject({
      step: 4,
      generation: 1,
      batch: 10,
      samples: 1,
      learningRate: 0.1,
      loss: 2.5,
      gradientNorm: 3,
      lossLines: { forward: lines, backward: [] },
    });
    expect(trace.targets.values).toEqual(new Uint32Array([3]));
    const [node] = trace.forward;
    expect(node?.window?.margins).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect(node?.inputs[0]).toMatchObject({ node: "input", tensor: { shape: [1, 1, 2, 2] } });
    expect(Array.from(node?.output.values ?? [])).toEqual([0.5, 1, 1.5, 2]);
    expect(node?.lines).toEqual(lines);
    const weight = trace.backward[0]?.parameters.weight;
    expect(weight?.gradient.shape).toEqual([1, 1, 1, 1]);
    expect(Array.from(weight?.remembered.velocity?.values ?? [])).toEqual([0.25]);
  });

  it("keeps double precision", () => {
    const third = 1 / 3;
    const trace = decoded({ dtype: "float64", inputs: float64([third], [1, 1]) });
    expect(trace.inputs.values).toEqual(new Float64Array([third]));
  });

  it("has no loss where it was not finite, and no window or statistics where there are none", () => {
    const statistics = { mean: float32([0.5]), variance: float32([2]) };
    const trace = decoded({
      loss: null,
      gradient_norm: null,
      forward: [{ ...forward, window: null, statistics }],
    });
    expect(trace.loss).toBeNull();
    expect(trace.gradientNorm).toBeNull();
    expect(trace.forward[0]?.window).toBeNull();
    expect(Array.from(trace.forward[0]?.statistics?.variance.values ?? [])).toEqual([2]);
    expect(decoded().forward[0]?.statistics).toBeNull();
  });

  it.each([
    ["a map", [1, 2]],
    ["an output", { ...whole, forward: [{ ...forward, output: undefined }] }],
    ["bytes for all values", { ...whole, inputs: { ...float32([1]), shape: [2] } }],
    ["a list of nodes", { ...whole, forward: [7] }],
    [
      "two margins",
      { ...whole, forward: [{ ...forward, window: { ...forward.window, margins: [[0, 0]] } }] },
    ],
    ["a step", { ...whole, step: "4" }],
  ])("is refused without %s", (_, fields) => {
    expect(() => decodeTrace(encode(fields, { ignoreUndefined: true }).slice())).toThrow(
      MalformedMessage,
    );
  });
});
