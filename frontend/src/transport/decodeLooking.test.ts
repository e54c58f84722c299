import { encode } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";
import { halfToNumber } from "./arrays";
import { decodeMessage } from "./decode";

function packed(dtype: string, array: ArrayBufferView, shape: number[]) {
  return { dtype, shape, data: new Uint8Array(array.buffer) };
}

const half = (bits: number[], shape = [bits.length]) =>
  packed("float16", Uint16Array.from(bits), shape);
const whole = (values: number[], shape = [values.length]) =>
  packed("uint32", Uint32Array.from(values), shape);
const single = (values: number[]) => packed("float32", Float32Array.from(values), [values.length]);

const envelope = { type: "probe", seq: 4, step: 20, node: "fc1", parameter: null };
const compact = { values: half([0x3c00, 0xc000], [1, 2]), scale: 0.25, low: -0.5, high: 0.25 };

describe("halfToNumber", () => {
  it("reads normal, subnormal and special numbers as IEEE 754 has them", () => {
    const known: [number, number][] = [
      [0x0000, 0],
      [0x3c00, 1],
      [0xc000, -2],
      [0x3555, 0.333251953125],
      [0x7bff, 65504],
      [0x0001, 2 ** -24],
      [0x03ff, 1023 * 2 ** -24],
      [0x0400, 2 ** -14],
      [0x7c00, Infinity],
      [0xfc00, -Infinity],
      [0x7e00, NaN],
    ];
    for (const [bits, value] of known) expect(halfToNumber(bits)).toBe(value);
  });
});

describe("decodeMessage, of what looks into samples", () => {
  it("multiplies half-precision values by their scale", () => {
    const message = decodeMessage(
      encode({
        ...envelope,
        ...compact,
        probe: "feature_maps",
        shape: [1, 4],
        block: 2,
        sample: 7,
        split: "validation",
        target: 3,
        predicted: 5,
        probabilities: null,
      }),
    );
    expect(message).toMatchObject({
      probe: "feature_maps",
      values: Float32Array.of(0.25, -0.5),
      shown: [1, 2],
      shape: [1, 4],
      block: 2,
      sample: 7,
      probabilities: null,
    });
  });

  it("refuses a confusion matrix that is not square, or counts other than its samples", () => {
    const matrix = { ...envelope, probe: "confusion", counts: whole([3, 1, 0, 4], [2, 2]) };
    expect(decodeMessage(encode({ ...matrix, samples: 8 }))).toMatchObject({ classes: 2 });
    expect(() => decodeMessage(encode({ ...matrix, samples: 9 }))).toThrow(
      /counts: expected a sum of 9 \(samples\), received 8/,
    );
    expect(() =>
      decodeMessage(encode({ ...matrix, counts: whole([3, 5], [1, 2]), samples: 8 })),
    ).toThrow(/expected shape \(classes, classes\)/);
  });

  it("refuses hardest samples that are fewer than their places", () => {
    const worst = {
      ...envelope,
      ...compact,
      probe: "worst_samples",
      shape: [2],
      block: 1,
      targets: whole([1]),
      predicted: whole([0]),
      losses: single([2.5]),
      probabilities: single([0.75]),
      target_probabilities: single([0.25]),
    };
    expect(decodeMessage(encode({ ...worst, samples: whole([9]) }))).toMatchObject({
      losses: Float32Array.of(2.5),
      targetProbabilities: Float32Array.of(0.25),
    });
    expect(() => decodeMessage(encode({ ...worst, samples: whole([9, 8]) }))).toThrow(
      /expected one for each of 2 samples, received 1/,
    );
  });

  it("keeps what theory does not predict apart from a prediction of zero", () => {
    const signal = { ...envelope, probe: "signal_propagation", sampled: 8, total: 80, batch: 4 };
    expect(
      decodeMessage(encode({ ...signal, variance: 0, predicted: null, rule: null })),
    ).toMatchObject({ variance: 0, predicted: null, fanIn: null, rule: null });
    expect(decodeMessage(encode({ ...signal, predicted: 0, rule: "gaussian" }))).toMatchObject({
      predicted: 0,
      rule: "gaussian",
    });
  });

  it("decodes the surfaces of units", () => {
    const message = decodeMessage(
      encode({
        ...envelope,
        probe: "unit_surfaces",
        x: [-1, 1],
        y: [0, 2],
        values: half([0x3c00, 0, 0, 0xbc00], [1, 2, 2]),
        scale: 2,
        low: -2,
        high: 2,
        units: 40,
      }),
    );
    expect(message).toMatchObject({
      shape: [1, 2, 2],
      values: Float32Array.of(2, 0, 0, -2),
      units: 40,
    });
  });
});
