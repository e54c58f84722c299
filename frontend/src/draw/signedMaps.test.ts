import { describe, expect, it } from "vitest";
import { testTheme } from "./recordingContext";
import { mapPixels, mapsLayout, mapsOf, mapUnder } from "./signedMaps";
import { tilesLayout, tileUnder } from "./tiles";

const size = { width: 300, height: 60 };

describe("tilesLayout", () => {
  it("keeps every tile inside, and wastes no room that larger tiles could use", () => {
    for (const count of [1, 3, 16, 64, 500]) {
      const layout = tilesLayout(count, 1, size);
      const last = layout.corner(count - 1);
      expect(last.y + layout.height).toBeLessThanOrEqual(size.height + 1e-6);
      expect(layout.columns * (layout.width + layout.gap) - layout.gap).toBeLessThanOrEqual(300);
      const rows = Math.ceil(count / layout.columns);
      const isFull =
        (layout.columns + 1) * (layout.width + 1) > 300 || (rows + 1) * layout.height > 60;
      expect(isFull || count < layout.columns * (rows + 1)).toBe(true);
    }
  });

  it("finds a tile again at its own centre, and nothing in the gaps", () => {
    const layout = tilesLayout(10, 0.5, size);
    for (let index = 0; index < 10; index += 1) {
      const { x, y } = layout.corner(index);
      const centre = { x: x + layout.width / 2, y: y + layout.height / 2 };
      expect(tileUnder(layout, 10, centre)).toMatchObject({ index, across: 0.5, down: 0.5 });
      expect(tileUnder(layout, 10, { x: x + layout.width + 1, y: centre.y })).toBeNull();
    }
    expect(tileUnder(layout, 10, { x: -1, y: 5 })).toBeNull();
  });
});

describe("maps of signed values", () => {
  const maps = {
    shape: [2, 2, 3] as const,
    values: Float32Array.from([0, 1, 2, 3, 4, 5, -5, -4, -3, -2, -1, 0]),
  };

  it("finds the value under the pointer, whichever end row 0 lies at", () => {
    const layout = mapsLayout(maps, size);
    const { x, y } = layout.corner(1);
    const pointer = { x: x + layout.width * 0.9, y: y + layout.height * 0.2 };
    expect(mapUnder(maps, layout, pointer)).toEqual({ map: 1, row: 0, column: 2, value: -3 });
    expect(mapUnder(maps, layout, pointer, true)).toEqual({ map: 1, row: 1, column: 2, value: 0 });
  });

  it("colours by the shared scale: the limit in full, zero neutral, the sign by hue", () => {
    const pixel = (map: number, place: number, isUpward = false) =>
      Array.from(mapPixels(maps, map, 5, testTheme, isUpward).slice(place * 4, place * 4 + 4));
    expect(pixel(0, 0)).toEqual([238, 240, 242, 255]);
    expect(pixel(0, 5)).toEqual([8, 119, 189, 255]);
    expect(pixel(1, 0)).toEqual([179, 88, 6, 255]);
    expect(pixel(1, 3, true)).toEqual(pixel(1, 0));
  });

  it("takes a vector as a map for each feature, as many as can be told apart", () => {
    const values = Float32Array.from({ length: 20_000 }, (_, index) => index);
    const drawn = mapsOf(values, [20_000], size);
    expect(drawn.shape).toEqual([4500, 1, 1]);
    expect(drawn.values[4499]).toBe(4499);
    expect(mapsOf(values.subarray(0, 10), [10], size).shape).toEqual([10, 1, 1]);
    expect(mapsOf(maps.values, maps.shape, size)).toEqual(maps);
  });
});
