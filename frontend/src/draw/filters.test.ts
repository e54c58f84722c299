import { describe, expect, it } from "vitest";
import { checksum } from "./checksum";
import { drawFilters, type Filters, filterStrip, filterUnder, mosaicLayout } from "./filters";
import { Recording, testTheme } from "./recordingContext";

function filters(shape: Filters["shape"]): Filters {
  const length = shape.reduce((product, size) => product * size, 1);
  return { shape, weight: Float32Array.from({ length }, (_, index) => index - length / 2) };
}

describe("mosaicLayout", () => {
  const shapes: Filters["shape"][] = [
    [16, 1, 3, 3],
    [1, 1, 5, 5],
    [30, 1, 1, 7],
    [16, 8, 3, 3],
    [64, 16, 3, 3],
    [10, 64, 1, 1],
    [7, 3, 7, 1],
  ];

  it("keeps every kernel inside, and none over another", () => {
    for (const shape of shapes) {
      for (const size of [
        { width: 264, height: 136 },
        { width: 900, height: 210 },
        { width: 420, height: 420 },
      ]) {
        const layout = mosaicLayout(shape, size);
        const [outputs, inputs, height, width] = shape;
        expect(layout.cell).toBeGreaterThan(0);
        expect(layout.width).toBeLessThanOrEqual(size.width);
        expect(layout.height).toBeLessThanOrEqual(size.height);
        const corners = new Set<string>();
        for (let output = 0; output < outputs; output += 1) {
          for (let input = 0; input < inputs; input += 1) {
            const { x, y } = layout.tile(output, input);
            expect(x + width * layout.cell).toBeLessThanOrEqual(layout.width + 1e-9);
            expect(y + height * layout.cell).toBeLessThanOrEqual(layout.height + 1e-9);
            corners.add(`${x} ${y}`);
          }
        }
        expect(corners.size).toBe(outputs * inputs);
      }
    }
  });

  it("fills its rows evenly", () => {
    const layout = mosaicLayout([16, 1, 3, 3], { width: 264, height: 136 });
    const rows = new Map<number, number>();
    for (let output = 0; output < 16; output += 1) {
      const { y } = layout.tile(output, 0);
      rows.set(y, (rows.get(y) ?? 0) + 1);
    }
    expect(new Set(rows.values()).size).toBe(1);
  });
});

describe("drawFilters", () => {
  it("paints every weight at its place in its colour", () => {
    const view = {
      filters: { shape: [2, 1, 1, 2] as const, weight: Float32Array.of(-1, 0, 1, 0.5) },
      limit: 1,
      pointer: null,
      width: 60,
      height: 30,
    };
    const recording = new Recording(60, 30);
    drawFilters(recording.context, view, testTheme);
    const layout = mosaicLayout(view.filters.shape, view);
    const colourOf = (output: number, column: number): string | undefined => {
      const { x, y } = layout.tile(output, 0);
      return recording.pixel(x + column * layout.cell + 1, y + 1);
    };
    expect(colourOf(0, 0)).toBe("rgb(179 88 6)");
    expect(colourOf(0, 1)).toBe("rgb(238 240 242)");
    expect(colourOf(1, 0)).toBe("rgb(8 119 189)");
    expect(colourOf(1, 1)).toBe("rgb(123 180 216)");
  });

  it("finds the weight under the pointer", () => {
    const bank = filters([4, 3, 2, 2]);
    const layout = mosaicLayout(bank.shape, { width: 200, height: 120 });
    for (const [output, input, row, column] of [
      [0, 0, 0, 0],
      [3, 2, 1, 0],
      [2, 1, 0, 1],
    ] as const) {
      const corner = layout.tile(output, input);
      const found = filterUnder(bank, layout, {
        x: corner.x + (column + 0.5) * layout.cell,
        y: corner.y + (row + 0.5) * layout.cell,
      });
      const place = ((output * 3 + input) * 2 + row) * 2 + column;
      expect(found).toEqual({ output, input, row, column, value: bank.weight[place] });
    }
    expect(filterUnder(bank, layout, { x: 5000, y: 5 })).toBeNull();
  });

  it("takes the first input channel for the strip", () => {
    const strip = filterStrip(filters([4, 3, 2, 2]), { width: 60, height: 20 });
    expect(strip.shape).toEqual(
      [3, 1, 2, 2].map((size, axis) => (axis === 0 ? strip.shape[0] : size)),
    );
    expect(Array.from(strip.weight.slice(0, 8))).toEqual([-24, -23, -22, -21, -12, -11, -10, -9]);
  });
});

describe("checksum", () => {
  it("is FNV-1a, and changes with any value", () => {
    expect(checksum(new Float32Array())).toBe("811c9dc5");
    const values = Float32Array.of(1, 2, 3);
    const changed = Float32Array.of(1, 2, 3.0000002);
    expect(checksum(values)).not.toBe(checksum(changed));
    expect(checksum(values)).toBe(checksum(Float32Array.of(0, 1, 2, 3).subarray(1)));
  });
});
