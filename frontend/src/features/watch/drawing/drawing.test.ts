import { beforeEach, describe, expect, it } from "vitest";
import type { Prediction, Preparation } from "@/contracts";
import { MOST_NUMBERS, nodesToAsk } from "./nodesToAsk";
import { outputMaps } from "./outputMaps";
import { MOST_BARS, rankAnswers } from "./rankAnswers";
import {
  beginStroke,
  clearSheet,
  endStroke,
  goOn,
  hideCursor,
  howItLies,
  isBlank,
  layOut,
  moveCursor,
  preparedOf,
  setPen,
  sheetStore,
  showSample,
  undoMark,
} from "./sheet";
import { nested } from "./useAsked";

const preparation: Preparation = {
  box: 1,
  centre: "box",
  points: 4,
  pen: 0.13,
  brightest: 1,
  sentence: "",
  source: "",
};
const sheet = () => sheetStore.getState();
const image = {
  shape: [1, 8, 8] as const,
  values: Float32Array.from({ length: 64 }, (_, i) => i / 64),
};

beforeEach(() => {
  layOut([1, 28, 28]);
  layOut([1, 8, 8]);
});

describe("the sheet", () => {
  it("keeps strokes in their order, and takes the last one back", () => {
    for (const x of [0.2, 0.8]) {
      beginStroke({ x, y: 0.1 }, 0.1);
      goOn([{ x, y: 0.9 }]);
      endStroke();
    }
    expect(sheet().marks).toHaveLength(2);
    undoMark();
    expect(sheet().marks.map((mark) => mark.kind === "stroke" && mark.places[0]?.x)).toEqual([0.2]);
    undoMark();
    expect(isBlank(sheet())).toBe(true);
  });

  it("is drawn on by keyboard: a pen that is moved, put down and lifted", () => {
    setPen(true, 0.1);
    moveCursor({ x: 0.5, y: 0.9 });
    setPen(false, 0.1);
    moveCursor({ x: 0.1, y: 0.1 });
    expect(sheet().marks).toHaveLength(1);
    expect(sheet().marks[0]).toMatchObject({
      places: [
        { x: 0.5, y: 0.5 },
        { x: 0.5, y: 0.9 },
      ],
    });
    setPen(true, 0.1);
    hideCursor();
    expect(sheet().marks).toHaveLength(2);
    expect(sheet().cursor).toBeNull();
  });

  it("sends a sample as it is, and under what is drawn on it", () => {
    showSample({ image, split: "validation", place: 3, total: 9, target: 4 });
    expect(preparedOf(sheet(), preparation)).toBe(image);
    expect(howItLies(sheet())).toBe("sample");
    beginStroke({ x: 0.06, y: 0.06 }, 0.2);
    endStroke();
    const { values } = preparedOf(sheet(), preparation);
    expect(howItLies(sheet())).toBe("drawnOver");
    expect(values[0]).toBe(1);
    expect(values[63]).toBe(image.values[63]);
    clearSheet();
    expect(preparedOf(sheet(), preparation).values).toEqual(new Float32Array(64));
  });

  it("is a new one for images of another shape", () => {
    beginStroke({ x: 0.5, y: 0.5 }, 0.3);
    endStroke();
    layOut([1, 8, 8]);
    expect(sheet().marks).toHaveLength(1);
    layOut([3, 16, 16]);
    expect(sheet().marks).toHaveLength(0);
    expect(preparedOf(sheet(), preparation).values).toHaveLength(768);
  });
});

it("an image is sent in its own order", () => {
  const two = {
    shape: [2, 1, 3] as unknown as [1, 1, 3],
    values: Float32Array.of(1, 2, 3, 4, 5, 6),
  };
  expect(nested(two)).toEqual([[[1, 2, 3]], [[4, 5, 6]]]);
});

function prediction(values: (number | null)[], probabilities: number[] | null): Prediction {
  return {
    step: 1,
    class_names: Array.from({ length: probabilities?.length ?? values.length }, (_, i) => `c${i}`),
    predicted: [0],
    probabilities: probabilities === null ? null : [probabilities],
    outputs: [values],
    nodes: {},
  };
}

describe("bars", () => {
  it("of probabilities go from 0 to 1, beside the raw outputs", () => {
    const { rows } = rankAnswers(prediction([2, -1], [0.95, 0.05]), null);
    expect(rows.map(({ from, to, output }) => [from, to, output])).toEqual([
      [0, 0.95, 2],
      [0, 0.05, -1],
    ]);
  });

  it("of raw outputs share one scale with 0 in it", () => {
    const { rows } = rankAnswers(prediction([3, -1, null], null), null);
    expect(rows.map(({ from, to, value }) => [from, to, value])).toEqual([
      [0.25, 1, 3],
      [0, 0.25, -1],
      [0, 0, null],
    ]);
  });

  it("of one output for two classes have no raw output of their own", () => {
    const { rows } = rankAnswers(prediction([1.5], [0.2, 0.8]), null);
    expect(rows.map(({ value, output }) => [value, output])).toEqual([
      [0.2, null],
      [0.8, null],
    ]);
  });

  it("are the likeliest of many classes, with the true one among them", () => {
    const many = Array.from({ length: 100 }, (_, index) => index / 5000);
    const { rows, hidden } = rankAnswers(prediction(many, many), 3);
    expect(rows).toHaveLength(MOST_BARS);
    expect(rows[0]?.index).toBe(99);
    expect(rows.at(-1)?.index).toBe(3);
    expect(hidden).toBe(90);
  });
});

describe("what is asked for", () => {
  it("is every node while there is room, the smaller ones first, in the network's order", () => {
    const checked = [
      { id: "conv1", output_shape: [64, 64, 64] },
      { id: "pool1", output_shape: [MOST_NUMBERS - 10] },
      { id: "fc1", output_shape: [10] },
    ];
    expect(nodesToAsk([{ id: "input" }, ...checked], checked)).toEqual(["pool1", "fc1"]);
  });
});

describe("outputs as maps", () => {
  it("are a map a channel, with their range", () => {
    const maps = outputMaps({
      shape: [1, 2, 1, 2],
      values: [[[[1, -3]], [[null, 2]]]],
    });
    expect(maps.shape).toEqual([2, 1, 1, 2]);
    expect([...maps.weight]).toEqual([1, -3, NaN, 2]);
    expect([maps.low, maps.high, maps.limit]).toEqual([-3, 2, 3]);
  });

  it("of a vector are a cell a unit", () => {
    expect(outputMaps({ shape: [1, 3], values: [[1, 2, 3]] }).shape).toEqual([3, 1, 1, 1]);
  });
});
