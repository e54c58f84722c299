import { describe, expect, it, vi } from "vitest";
import type { GradientStatsProbe, HistogramFigure } from "@/transport/messages";
import { wordsOf } from "@/words";
import { describeUpdate, judgeUpdate, nodeNorm } from "./gradientNorm";
import {
  countedRow,
  countsNote,
  histogramRows,
  histogramSentence,
  sampleSize,
} from "./histogramRows";
import { linkedStep } from "@/ui/canvas/linkedStep";
import { readPreferences } from "./preferences";
import { imageOf, pointsOf } from "./samples";

const say = wordsOf("watch");

function stats(norms: Record<string, number | null>): GradientStatsProbe {
  const rest = { mean: 0, std: 0, maxAbs: 0, updateRatio: null };
  return {
    type: "probe",
    seq: 1,
    step: 1,
    probe: "gradient_stats",
    node: "fc1",
    parameter: null,
    parameters: Object.fromEntries(
      Object.entries(norms).map(([name, norm]) => [name, { norm, ...rest }]),
    ),
  };
}

const figure: HistogramFigure = {
  edges: Float32Array.of(0, 1, 2, 3),
  counts: Uint32Array.of(6, 3, 1),
  mean: 0.5,
  std: 0.25,
  min: 0,
  max: 3,
  sampled: 10,
  total: 10,
  zeroFraction: 0.41,
  saturatedFraction: null,
  deadFraction: null,
  nonFinite: 0,
  batch: 5,
};

describe("a node's gradient", () => {
  it("is the norm over all its parameters", () => {
    expect(nodeNorm(stats({ weight: 3, bias: 4 }))).toBe(5);
  });

  it("is not known where a part is not", () => {
    expect(nodeNorm(stats({ weight: 3, bias: null }))).toBeNull();
  });

  it("is judged by the usual band of updates, its ends included", () => {
    expect([9e-5, 1e-4, 1e-3, 1e-2, 2e-2].map(judgeUpdate)).toEqual([
      "small",
      "healthy",
      "healthy",
      "healthy",
      "large",
    ]);
  });

  it("is explained with the end of the band that it passed", () => {
    expect(describeUpdate("small", say)).toBe("Below 1e-4: these weights hardly move.");
    expect(describeUpdate("large", say)).toMatch(/^Above 1e-2: /);
    expect(describeUpdate("healthy", say)).not.toMatch(/1e/);
  });
});

describe("a histogram in words", () => {
  it("says nothing of shares that were not measured", () => {
    const names = histogramRows(figure, say).map(({ name }) => name);
    expect(names).toContain("Zero");
    expect(names).not.toContain("Saturated");
    expect(names).not.toContain("Dead units");
    expect(histogramRows({ ...figure, mean: null }, say)[0]?.value).toBe("–");
  });

  it("points out values that are not finite", () => {
    const row = histogramRows({ ...figure, nonFinite: 1200 }, say).at(-1);
    expect(row).toMatchObject({ name: "Not finite", value: "1,200" });
    expect(row?.finding).toMatch(/stand in no bin/);
  });

  it("tells a part from the whole", () => {
    expect(sampleSize(figure, say)).toBe("n = 10");
    expect(sampleSize({ ...figure, total: 2000 }, say)).toBe("n = 10 of 2,000");
    expect(countedRow({ ...figure, total: 2000 }, say)).toHaveLength(2);
    expect(histogramSentence("outputs of fc1", figure, 1320, say)).toMatch(
      /^At step 1,320, outputs of fc1: Mean 0\.500, .*Zero 41\.0 %, n = 10\.$/,
    );
  });

  it("says when a bar is cut", () => {
    expect(countsNote(figure, say)).not.toMatch(/cut/);
    const towering = { ...figure, counts: Uint32Array.of(90, 1, 1), sampled: 92 };
    expect(countsNote(towering, say)).toMatch(/peak cut/);
  });
});

describe("the linked step", () => {
  it("is let go by its owner only", () => {
    const [one, other] = [{}, {}];
    const listener = vi.fn();
    const forget = linkedStep.subscribe(listener);
    linkedStep.point(one, 5);
    linkedStep.point(other, 7);
    linkedStep.release(one);
    expect(linkedStep.value).toBe(7);
    linkedStep.release(other);
    expect(linkedStep.value).toBeNull();
    expect(listener).toHaveBeenCalledTimes(3);
    forget();
  });
});

describe("remembered views", () => {
  it("are as usual where what was kept makes no sense", () => {
    for (const text of [null, "{", "7", '{"smoothing": 2, "tab": 4, "logarithmic": [true]}']) {
      expect(readPreferences(text)).toEqual({
        tab: "overview",
        smoothing: 0.9,
        logarithmic: {},
      });
    }
    const kept =
      '{"tab":"curves","smoothing":0,"logarithmic":{"loss":true,"flow":false,"gone":true}}';
    expect(readPreferences(kept)).toEqual({
      tab: "curves",
      smoothing: 0,
      logarithmic: { loss: true, flow: false },
    });
  });
});

describe("samples", () => {
  const samples = { dataset: "d", split: "train", offset: 0, total: 2, classes: ["a", "b"] };

  it("are points where there are two features", () => {
    const plane = {
      ...samples,
      input_shape: [2],
      inputs: [
        [0.5, -1],
        [2, 3],
      ],
      targets: [1, 0],
    };
    expect(pointsOf(plane as never)).toEqual([
      { x: 0.5, y: -1, target: 1 },
      { x: 2, y: 3, target: 0 },
    ]);
    expect(imageOf(plane as never)).toBeNull();
  });

  it("are an image where there are channels, rows and columns", () => {
    const images = {
      ...samples,
      input_shape: [1, 2, 2],
      inputs: [
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      ],
      targets: [0],
    };
    const image = imageOf(images as never);
    expect(image?.shape).toEqual([1, 2, 2]);
    expect(Array.from(image?.values ?? [])).toEqual([1, 2, 3, 4]);
    expect(pointsOf(images as never)).toBeNull();
    expect(imageOf({ ...images, inputs: [[1, 2]] } as never)).toBeNull();
  });
});
