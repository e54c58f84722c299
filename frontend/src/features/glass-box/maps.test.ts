import { describe, expect, it } from "vitest";
import { noMargins } from "@/draw/tensorGrid";
import { sizeOf } from "./arithmetic/cases";
import {
  cellBeside,
  channelOf,
  gridOf,
  limitOf,
  mapOf,
  placeText,
  standout,
  unitCount,
  unitSlice,
  withinChannel,
} from "./maps";

function tensor(...shape: number[]) {
  return { shape, values: Float64Array.from({ length: sizeOf(shape) }, (_, index) => index) };
}

describe("a tensor as a picture", () => {
  it("is an image of each channel, a matrix, or a vector in rows", () => {
    expect(mapOf([16, 8, 6])).toMatchObject({ isImage: true, channels: 16, rows: 8, columns: 6 });
    expect(mapOf([5, 7])).toMatchObject({ isImage: true, channels: 1, rows: 5, columns: 7 });
    expect(mapOf([10])).toMatchObject({ isImage: false, channels: 1, rows: 10, columns: 1 });
    expect(mapOf([512])).toMatchObject({ isImage: false, rows: 23, columns: 23, area: 512 });
    // Channels of one pixel each are a vector, and a very wide matrix is shown row by row.
    expect(mapOf([32, 1, 1])).toMatchObject({ isImage: false, channels: 1, area: 32 });
    expect(mapOf([10, 784])).toMatchObject({ isImage: false, channels: 10, area: 784 });
  });

  it("has each value in the channel that numpy would name", () => {
    const shape = [3, 2, 4];
    const map = mapOf(shape);
    for (let index = 0; index < sizeOf(shape); index += 1) {
      const [channel, row = 0, column = 0] = placeText(index, shape).split(", ").map(Number);
      expect(channelOf(map, index)).toBe(channel);
      const grid = gridOf(tensor(...shape), channel ?? 0, noMargins);
      expect(grid.values[row * grid.columns + column]).toBe(index);
    }
  });

  it("keeps of many indices those of one channel, each once, and drops the margin's", () => {
    expect(withinChannel([-1, 8, 9, 9, 15, 16], mapOf([3, 2, 4]), 1)).toEqual([0, 1, 7]);
  });

  it("has a scale by its largest finite value, and stands out there", () => {
    expect(limitOf([1, -3, 2])).toBe(3);
    expect(limitOf([1, Number.NaN, -Infinity])).toBe(1);
    expect(limitOf([])).toBe(0);
    expect(standout([1, -3, 2])).toBe(1);
    expect(standout([])).toBe(0);
  });
});

describe("the arrow keys", () => {
  const shape = [2, 3, 4];
  it.each([
    [5, "ArrowRight", 6],
    [5, "ArrowLeft", 4],
    [5, "ArrowUp", 1],
    [5, "ArrowDown", 9],
    [5, "PageDown", 17],
    [17, "PageUp", 5],
    [7, "ArrowRight", null],
    [4, "ArrowLeft", null],
    [1, "ArrowUp", null],
    [9, "ArrowDown", null],
    [5, "PageUp", null],
    [17, "PageDown", null],
    [5, "x", null],
  ])("lead from cell %i by %s to %s", (from, key, to) => {
    expect(cellBeside(from, shape, key)).toBe(to);
  });

  it("do not lead past the end of a short last row", () => {
    // 23 values in rows of 5: the last row has three.
    expect(mapOf([23]).columns).toBe(5);
    expect(cellBeside(18, [23], "ArrowDown")).toBeNull();
    expect(cellBeside(17, [23], "ArrowDown")).toBe(22);
    expect(cellBeside(22, [23], "ArrowRight")).toBeNull();
  });
});

describe("the weights of one output", () => {
  function expectWhole(kind: string, shape: number[], groups: number): void {
    const whole = tensor(...shape);
    const seen: number[] = [];
    for (let unit = 0; unit < unitCount(kind, shape, groups); unit += 1) {
      const slice = unitSlice(kind, whole, unit, groups);
      Array.from(slice.values).forEach((number, at) => {
        expect(slice.index(at)).toBe(number);
        expect(slice.inside(number)).toBe(at);
        seen.push(number);
      });
    }
    // Every weight belongs to one output, and to no other.
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from(whole.values));
  }

  it("are a filter, a row of a matrix, or a filter across the second axis", () => {
    expectWhole("conv2d", [4, 3, 2, 2], 1);
    expectWhole("conv2d", [4, 1, 3, 3], 4);
    expectWhole("linear", [3, 5], 1);
    expectWhole("conv_transpose2d", [4, 3, 2, 2], 1);
    expectWhole("conv_transpose2d", [4, 3, 2, 2], 2);
    expectWhole("linear", [7], 1);
  });

  it("are laid out like the image that they weigh", () => {
    expect(unitSlice("linear", tensor(3, 12), 1, 1, [3, 2, 2]).shape).toEqual([3, 2, 2]);
    expect(unitSlice("linear", tensor(3, 12), 1, 1, [11]).shape).toEqual([12]);
  });

  it("are not those of another", () => {
    expect(unitSlice("linear", tensor(3, 5), 1, 1).inside(4)).toBeNull();
    expect(unitSlice("linear", tensor(3, 5), 1, 1).inside(10)).toBeNull();
    expect(unitSlice("conv_transpose2d", tensor(2, 3, 1, 1), 1, 1).inside(0)).toBeNull();
  });
});
