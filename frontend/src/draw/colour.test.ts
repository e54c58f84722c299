import { describe, expect, it } from "vitest";
import { classColour, classShape } from "./classPalette";
import { luminance, mix, parseColour, toCss } from "./colour";
import { divergingScale, symmetricLimit } from "./diverging";
import { testTheme } from "./recordingContext";

describe("colours", () => {
  it("reads what CSS may hand over, and refuses the rest", () => {
    expect(parseColour("#fA3")).toEqual([255, 170, 51]);
    expect(parseColour(" #0877bd ")).toEqual([8, 119, 189]);
    expect(parseColour("rgb(1, 2, 3)")).toEqual([1, 2, 3]);
    expect(parseColour("rgb(1 2 3 / 50%)")).toEqual([1, 2, 3]);
    expect(() => parseColour("cornflower")).toThrow(/received "cornflower"/);
    expect(() => parseColour("")).toThrow(RangeError);
  });

  it("mixes and writes", () => {
    expect(toCss(mix([0, 0, 0], [255, 255, 255], 0.5))).toBe("rgb(128 128 128)");
    expect(toCss([1, 2, 3], 0.25)).toBe("rgb(1 2 3 / 0.25)");
  });
});

describe("divergingScale", () => {
  const scale = divergingScale(2, testTheme);

  it("is neutral at zero, orange below, blue above", () => {
    expect(scale.colour(0)).toEqual(parseColour(testTheme.zero));
    expect(scale.colour(-2)).toEqual(parseColour(testTheme.negative));
    expect(scale.colour(2)).toEqual(parseColour(testTheme.positive));
    const [redBelow, , blueBelow] = scale.colour(-1);
    const [redAbove, , blueAbove] = scale.colour(1);
    expect(redBelow).toBeGreaterThan(blueBelow);
    expect(blueAbove).toBeGreaterThan(redAbove);
  });

  it("grows darker from zero outwards on both sides, and stays at the ends", () => {
    for (const side of [-1, 1]) {
      for (let step = 0; step < 20; step += 1) {
        const nearer = luminance(scale.colour((side * step) / 10));
        const farther = luminance(scale.colour((side * (step + 1)) / 10));
        expect(farther).toBeLessThan(nearer);
      }
      expect(scale.colour(side * 9)).toEqual(scale.colour(side * 2));
    }
  });

  it("has no colour but neutral without extent, and is symmetric", () => {
    expect(divergingScale(0, testTheme).colour(0)).toEqual(parseColour(testTheme.zero));
    expect(symmetricLimit(-0.3, 0.1)).toBe(0.3);
    expect(symmetricLimit(0.1, 0.4)).toBe(0.4);
  });
});

describe("classPalette", () => {
  it("tells sixteen classes apart by hue or shape", () => {
    const marks = Array.from({ length: 16 }, (_, index) => classColour(index) + classShape(index));
    expect(new Set(marks).size).toBe(16);
  });

  it("keeps the first three apart in lightness too, for those who see few hues", () => {
    for (let index = 0; index < 2; index += 1) {
      const one = luminance(parseColour(classColour(index)));
      const next = luminance(parseColour(classColour(index + 1)));
      expect(Math.abs(one - next)).toBeGreaterThan(0.05);
    }
  });
});
