import { encode } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";
import { MalformedMessage } from "./arrays";
import { decodeMessage } from "./decode";

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

const histogram = {
  type: "probe",
  seq: 9,
  step: 40,
  probe: "activation_histogram",
  node: "conv1",
  parameter: null,
  edges: float32([-1, 0, 1, 2]),
  counts: uint32([1, 5, 4]),
  mean: 0.25,
  std: 0.5,
  min: -1,
  max: 2,
  sampled: 10,
  total: 20,
  zero_fraction: 0.1,
  saturated_fraction: null,
  dead_fraction: null,
  non_finite: 0,
  batch: 100,
};

describe("decodeMessage", () => {
  it("decodes arrays whatever the alignment of their bytes", () => {
    // A one-letter key in front shifts the payload by single bytes through all alignments.
    for (let padding = 0; padding < 9; padding += 1) {
      const message = decodeMessage(
        encode({ a: "x".repeat(padding), type: "metrics", seq: 1, step: 2, ...rows() }),
      );
      expect(message).toMatchObject({ type: "metrics", seq: 1 });
      if (message?.type !== "metrics") throw new Error("expected metrics");
      expect(Array.from(message.steps)).toEqual([1, 2]);
      expect(Array.from(message.values.train_loss ?? [])).toEqual([2.5, 1.25]);
    }
  });

  function rows() {
    return { steps: uint32([1, 2]), values: { train_loss: float32([2.5, 1.25]) } };
  }

  it("decodes a histogram", () => {
    const message = decodeMessage(encode(histogram));
    expect(message).toMatchObject({
      probe: "activation_histogram",
      node: "conv1",
      parameter: null,
      sampled: 10,
      total: 20,
      zeroFraction: 0.1,
      saturatedFraction: null,
    });
  });

  it("refuses a histogram whose counts do not add up to what was sampled", () => {
    expect(() => decodeMessage(encode({ ...histogram, sampled: 11 }))).toThrow(
      /counts: expected a sum of 11 \(sampled\), received 10/,
    );
  });

  it("refuses a histogram with as many edges as counts", () => {
    expect(() => decodeMessage(encode({ ...histogram, edges: float32([0, 1, 2]) }))).toThrow(
      MalformedMessage,
    );
  });

  it("refuses an array whose bytes do not fill its shape", () => {
    const broken = { ...histogram, edges: float32([-1, 0, 1, 2], [5]) };
    expect(() => decodeMessage(encode(broken))).toThrow(
      /edges: shape \[5\] of float32 needs 20 bytes, received 16/,
    );
  });

  it("refuses values that are not one a step", () => {
    const message = {
      type: "metrics",
      seq: 1,
      step: 2,
      steps: uint32([1, 2]),
      values: { loss: float32([1]) },
    };
    expect(() => decodeMessage(encode(message))).toThrow(/values\.loss: expected 2 values/);
  });

  it("refuses what is no msgpack and what is no map", () => {
    expect(() => decodeMessage(new Uint8Array([0xc1]))).toThrow(MalformedMessage);
    expect(() => decodeMessage(encode([1, 2]))).toThrow(/expected a map/);
    expect(() => decodeMessage(encode({ type: "metrics", seq: "one", step: 0 }))).toThrow(
      /metrics\.seq: expected a whole number/,
    );
  });

  it("passes over types and probes of a newer server", () => {
    expect(decodeMessage(encode({ type: "weather", seq: 1, step: 0 }))).toBeNull();
    expect(
      decodeMessage(encode({ type: "probe", probe: "weather_maps", seq: 1, step: 0, node: "a" })),
    ).toBeNull();
  });

  it("reads an absent figure as not measured, and keeps zero", () => {
    const message = decodeMessage(
      encode({
        type: "probe",
        seq: 3,
        step: 0,
        probe: "gradient_stats",
        node: "fc1",
        parameter: null,
        parameters: { weight: { norm: 0, mean: NaN, std: 0.5, max_abs: 1, update_ratio: null } },
      }),
    );
    expect(message).toMatchObject({
      parameters: { weight: { norm: 0, mean: null, std: 0.5, maxAbs: 1, updateRatio: null } },
    });
  });

  it("decodes filters and a decision surface with their shapes", () => {
    const filters = decodeMessage(
      encode({
        type: "probe",
        seq: 3,
        step: 0,
        probe: "filters",
        node: "conv1",
        parameter: null,
        weight: float32([1, 2, 3, 4], [1, 1, 2, 2]),
        low: -4,
        high: 4,
        out_channels: 80,
        in_channels: 1,
      }),
    );
    expect(filters).toMatchObject({ shape: [1, 1, 2, 2], outChannels: 80, low: -4 });
    expect(() =>
      decodeMessage(
        encode({
          type: "probe",
          seq: 3,
          step: 0,
          probe: "decision_surface",
          node: "fc1",
          x: [0, 1],
          y: [0, 1, 2],
          values: float32([1, 0, 0, 1], [2, 1, 2]),
        }),
      ),
    ).toThrow(/decision_surface|y: expected \[low, high\]/);
  });

  it("refuses a state that is none", () => {
    const message = { type: "state", seq: 1, step: 0, state: "asleep", epoch: 0, generation: 0 };
    expect(() => decodeMessage(encode(message))).toThrow(/state\.state: expected a state of a run/);
  });
});
