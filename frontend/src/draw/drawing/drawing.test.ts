import { describe, expect, it } from "vitest";
import type { Preparation } from "@/contracts";
import { at, largest } from "../array";
import { boundsOf, inked, type Ink, massCentre, noInk, sheetFor, type Stroke } from "./ink";
import { pictureOf, type Pixels } from "./picture";
import { blank, prepare, prepareOver } from "./prepare";
import { resample } from "./resample";

const words = { brightest: 1, sentence: "", source: "" };
const mnist: Preparation = { box: 20 / 28, centre: "mass", points: 1, pen: 0.09, ...words };
const digits: Preparation = { box: 1, centre: "box", points: 4, pen: 0.13, ...words };
const generic: Preparation = { box: 0.75, centre: "box", points: 1, pen: 0.1, ...words };

/** Ink of one channel from rows of figures, 9 being full. */
function inkOf(...lines: string[]): Ink {
  const cover = Float32Array.from(lines.join(""), (figure) => Number(figure) / 9);
  return { rows: lines.length, columns: lines[0]?.length ?? 0, channels: 1, cover, colour: cover };
}

function stroke(places: [number, number][], width = 0.1): Stroke {
  return { kind: "stroke", places: places.map(([x, y]) => ({ x, y })), width, colour: [1] };
}

const total = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);

/** An image as ink, to be measured like a drawing. */
function asInk(values: Float32Array, side: number): Ink {
  return { rows: side, columns: side, channels: 1, cover: values, colour: values };
}

describe("a stroke", () => {
  it("covers the area of a round pen along its line", () => {
    const ink = inked(sheetFor([1, 28, 28]), [
      stroke(
        [
          [0.25, 0.5],
          [0.75, 0.5],
        ],
        0.1,
      ),
    ]);
    const side = 280;
    const [length, width] = [0.5 * side, 0.1 * side];
    const area = length * width + Math.PI * (width / 2) ** 2;
    expect(Math.abs(total(ink.cover) / area - 1)).toBeLessThan(0.01);
    expect(largest(ink.cover)).toBe(1);
    expect(boundsOf(ink)).toEqual({ left: 56, top: 126, width: 168, height: 28 });
  });

  it("is as soft where its lines overlap as elsewhere", () => {
    const once = inked(noInk(40, 40, 1), [
      stroke([
        [0.2, 0.5],
        [0.8, 0.5],
      ]),
    ]);
    const back = inked(noInk(40, 40, 1), [
      stroke([
        [0.2, 0.5],
        [0.8, 0.5],
        [0.2, 0.5],
      ]),
    ]);
    expect(back.cover).toEqual(once.cover);
  });

  it("of one point is a dot, and beyond the sheet's edge is cut off", () => {
    const dot = inked(noInk(64, 64, 1), [stroke([[0.5, 0.5]], 0.25)]);
    expect(Math.abs(total(dot.cover) / (Math.PI * 8 ** 2) - 1)).toBeLessThan(0.02);
    expect(boundsOf(inked(noInk(64, 64, 1), [stroke([[2, 2]])]))).toBeNull();
  });

  it("lies over what was drawn before, in its own colour", () => {
    const red = { ...stroke([[0.5, 0.5]], 0.5), colour: [1, 0, 0] };
    const blue = { ...stroke([[0.5, 0.5]], 0.25), colour: [0, 0, 1] };
    const { colour } = inked(noInk(16, 16, 3), [red, blue]);
    const middle = 8 * 16 + 8;
    expect([0, 256, 512].map((plane) => at(colour, plane + middle))).toEqual([0, 0, 1]);
    expect([0, 256, 512].map((plane) => at(colour, plane + 5 * 16 + 8))).toEqual([1, 0, 0]);
  });
});

describe("resampling", () => {
  it("takes the mean of what a point covers, and keeps the mass, and its centre to a twentieth of a point", () => {
    const ink = inkOf("9000", "9900", "0090", "0009");
    const half = resample(ink, { rows: 2, columns: 2 }, { scale: 0.5, left: 0, top: 0 });
    expect([...half.cover]).toEqual([0.75, 0, 0, 0.5]);
    const moved = resample(ink, { rows: 9, columns: 9 }, { scale: 1.7, left: 0.4, top: 1.3 });
    expect(total(moved.cover)).toBeCloseTo(total(ink.cover) * 1.7 ** 2, 4);
    const [before, after] = [massCentre(ink), massCentre(moved)];
    expect(after.x).toBeCloseTo(before.x * 1.7 + 0.4, 1);
    expect(after.y).toBeCloseTo(before.y * 1.7 + 1.3, 1);
  });
});

describe("prepared as MNIST", () => {
  const slanted = inked(sheetFor([1, 28, 28]), [
    stroke(
      [
        [0.1, 0.9],
        [0.2, 0.3],
        [0.3, 0.9],
      ],
      0.04,
    ),
  ]);

  it("fits into 20 by 20 pixels, its aspect kept", () => {
    const { values } = prepare(slanted, [1, 28, 28], mnist);
    const drawn = boundsOf(slanted);
    const bounds = boundsOf(asInk(values, 28));
    expect(bounds?.height).toBe(20);
    expect(bounds?.width).toBe(Math.ceil((20 * (drawn?.width ?? 0)) / (drawn?.height ?? 1)));
  });

  it("has its centre of mass on the middle or less than a pixel behind it, as MNIST's own", () => {
    const { x, y } = massCentre(asInk(prepare(slanted, [1, 28, 28], mnist).values, 28));
    for (const centre of [x, y]) {
      expect(centre).toBeGreaterThanOrEqual(14 - 1e-3);
      expect(centre).toBeLessThan(15);
    }
  });

  it("does not depend on where and how large it was drawn", () => {
    const places: [number, number][] = [
      [0, 0],
      [0.5, 0],
      [0.25, 1],
    ];
    const at = (left: number, size: number) =>
      prepare(
        inked(sheetFor([1, 28, 28]), [
          stroke(
            places.map(([x, y]) => [left + x * size, left + y * size]),
            0.1 * size,
          ),
        ]),
        [1, 28, 28],
        mnist,
      ).values;
    const [one, other] = [at(0.1, 0.4), at(0.2, 0.6)];
    expect(largest(one.map((value, place) => Math.abs(value - (other[place] ?? 0))))).toBeLessThan(
      0.25,
    );
    expect(total(one) / total(other)).toBeCloseTo(1, 1);
  });

  it("leaves what is already as it should be, value for value", () => {
    const { values } = prepare(slanted, [1, 28, 28], mnist);
    expect(prepare(asInk(values, 28), [1, 28, 28], mnist).values).toEqual(values);
  });
});

describe("prepared as scikit-learn's digits", () => {
  it("counts the inked points of 4 by 4", () => {
    // The left half of an 8 by 8 image, all of it inked: 32 points high, 16 wide, in the middle.
    const ink = inked(sheetFor([1, 8, 8]), []);
    for (let row = 0; row < 256; row += 1) ink.cover.fill(1, row * 256, row * 256 + 128);
    ink.colour.set(ink.cover);
    const { values } = prepare(ink, [1, 8, 8], digits);
    expect([...values.subarray(0, 8)]).toEqual([0, 0, 1, 1, 1, 1, 0, 0]);
    expect(total(values)).toBe(32);
  });

  it("is sixteenths, and fills the height", () => {
    const ink = inked(sheetFor([1, 8, 8]), [
      stroke(
        [
          [0.4, 0.3],
          [0.6, 0.5],
          [0.45, 0.7],
        ],
        0.13,
      ),
    ]);
    const { values } = prepare(ink, [1, 8, 8], digits);
    expect([...values].every((value) => Number.isInteger(value * 16))).toBe(true);
    expect(boundsOf(asInk(values, 8))?.height).toBe(8);
  });
});

describe("prepared for any other size", () => {
  it("is scaled to three quarters and centred", () => {
    const ink = inked(sheetFor([1, 16, 16]), [
      stroke(
        [
          [0.1, 0.1],
          [0.2, 0.2],
        ],
        0.05,
      ),
    ]);
    const { values } = prepare(ink, [1, 16, 16], generic);
    expect(boundsOf(asInk(values, 16))).toEqual({ left: 2, top: 2, width: 12, height: 12 });
  });

  it("is black without ink, in each channel", () => {
    const image = prepare(sheetFor([3, 8, 8]), [3, 8, 8], generic);
    expect(image.values).toEqual(blank([3, 8, 8]).values);
    expect(image.values).toHaveLength(192);
  });
});

describe("over a sample", () => {
  const ground = { shape: [1, 8, 8] as const, values: new Float32Array(64).fill(0.25) };

  it("the sample stays as it is where nothing is drawn", () => {
    expect(prepareOver(ground, sheetFor([1, 8, 8]), digits)).toBe(ground);
  });

  it("ink lies where it was drawn", () => {
    const ink = inked(sheetFor([1, 8, 8]), [stroke([[0.0625, 0.0625]], 0.2)]);
    const { values } = prepareOver(ground, ink, digits);
    expect(values[0]).toBe(1);
    expect(values[63]).toBe(0.25);
  });
});

/** Grey pixels, 0 to 255, opaque. */
function greyPixels(width: number, ...levels: number[]): Pixels {
  const data = levels.flatMap((level) => [level, level, level, 255]);
  return { width, height: levels.length / width, data };
}

describe("a picture", () => {
  it("has the ink that stands out from its ground, dark on light as well as light on dark", () => {
    const light = pictureOf(greyPixels(3, 250, 250, 250, 250, 50, 150, 250, 250, 250), 1);
    const dark = pictureOf(greyPixels(3, 5, 5, 5, 5, 205, 105, 5, 5, 5), 1);
    for (const { ink } of [light, dark]) {
      expect(at(ink.cover, 4)).toBe(1);
      expect(at(ink.cover, 5)).toBeCloseTo(0.5, 6);
      expect(total(ink.cover)).toBeCloseTo(1.5, 6);
    }
    expect(light.isWhole).toBe(false);
  });

  it("has no ink in the grain of its paper, and none where all is alike", () => {
    const paper = pictureOf(greyPixels(3, 250, 245, 250, 248, 20, 240, 250, 250, 250), 1);
    expect(paper.ink.cover.filter((value) => value > 0)).toHaveLength(1);
    expect(total(pictureOf(greyPixels(2, 9, 9, 9, 9), 1).ink.cover)).toBe(0);
  });

  it("shows paper where it is transparent", () => {
    const clear = { width: 3, height: 1, data: [0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0] };
    expect([...pictureOf(clear, 1).ink.cover]).toEqual([0, 1, 0]);
  });

  it("in colour is whole, and comes back value for value at its own size", () => {
    const data = Array.from({ length: 16 * 16 * 4 }, (_, place) =>
      place % 4 === 3 ? 255 : (place * 37) % 256,
    );
    const picture = pictureOf({ width: 16, height: 16, data }, 3);
    expect(picture.isWhole).toBe(true);
    const ink = inked(sheetFor([3, 16, 16]), [picture]);
    const { values } = prepareOver(blank([3, 16, 16]), ink, generic);
    const expected = Float32Array.from(
      { length: 768 },
      (_, place) => (data[4 * (place % 256) + Math.floor(place / 256)] ?? 0) / 255,
    );
    expect(
      largest(values.map((value, place) => Math.abs(value - at(expected, place)))),
    ).toBeLessThan(1e-6);
  });
});
