import { describe, expect, it } from "vitest";
import { channelUnder, channelsLayout, drawChannels } from "./channels";
import { toCss } from "./colour";
import { divergingScale } from "./diverging";
import { gridNumber, unitOf, unitText } from "./gridNumber";
import { Recording, testTheme } from "./recordingContext";
import { drawTerms, rowCount, termLayout, termUnder } from "./termRow";
import { cellUnder, drawGrid, type Grid, gridLayout, noMargins, vectorColumns } from "./tensorGrid";

function image(rows: number, columns: number, margins = noMargins): Grid {
  const values = Float64Array.from({ length: rows * columns }, (_, index) => index / 10 - 1);
  return { values, columns, margins, isImage: true };
}

const nothing = { limit: 1, unit: 1, marks: [], places: [], selected: null };

describe("a grid of numbers", () => {
  it("keeps pixels square and inside its place, with the margins around them", () => {
    for (const margins of [
      noMargins,
      [
        [1, 2],
        [0, 3],
      ] as const,
    ]) {
      const layout = gridLayout(image(8, 5, margins), { width: 300, height: 200 });
      expect(layout.cellWidth).toBe(layout.cellHeight);
      expect(layout.width).toBeLessThanOrEqual(300);
      expect(layout.height).toBeLessThanOrEqual(200);
      // Two pixels are left for the frame of a cell at the border.
      expect(layout.top).toBe(2 + margins[0][0] * layout.cellHeight);
      expect(layout.left).toBe(2 + margins[1][0] * layout.cellWidth);
    }
  });

  it("finds every cell under the pointer, and none over the margin or past the end", () => {
    const grid: Grid = {
      ...image(4, 4, [
        [1, 1],
        [2, 0],
      ]),
      values: new Float64Array(14),
    };
    const layout = gridLayout(grid, { width: 200, height: 200 });
    for (let index = 0; index < 16; index += 1) {
      const pointer = {
        x: layout.left + ((index % 4) + 0.5) * layout.cellWidth,
        y: layout.top + (Math.floor(index / 4) + 0.5) * layout.cellHeight,
      };
      expect(cellUnder(grid, layout, pointer)).toBe(index < 14 ? index : null);
    }
    expect(cellUnder(grid, layout, { x: layout.left - 1, y: layout.top + 1 })).toBeNull();
    expect(cellUnder(grid, layout, { x: layout.left + 1, y: layout.top - 1 })).toBeNull();
  });

  it("is drawn in the colours of its values, with figures where they fit", () => {
    const grid = image(3, 3);
    const recording = new Recording(120, 120);
    const layout = drawGrid(
      recording.context,
      { grid, ...nothing, width: 120, height: 120 },
      testTheme,
    );
    const scale = divergingScale(1, testTheme);
    for (let index = 0; index < 9; index += 1) {
      const x = layout.left + (index % 3) * layout.cellWidth + 2;
      const y = layout.top + Math.floor(index / 3) * layout.cellHeight + 2;
      expect(recording.pixel(x, y)).toBe(toCss(scale.colour(grid.values[index] ?? 0)));
    }
    expect(recording.texts()).toEqual([
      "−1.0",
      "−0.90",
      "−0.80",
      "−0.70",
      "−0.60",
      "−0.50",
      "−0.40",
      "−0.30",
      "−0.20",
    ]);
    const small = new Recording(20, 20);
    drawGrid(small.context, { grid, ...nothing, width: 20, height: 20 }, testTheme);
    expect(small.texts()).toEqual([]);
  });

  it("frames a window that is one piece once, and a dilated one place by place", () => {
    const grid = image(6, 6, [
      [1, 1],
      [1, 1],
    ]);
    const framed = (places: [number, number][]): number => {
      const recording = new Recording(240, 240);
      const view = { grid, ...nothing, places, width: 240, height: 240 };
      drawGrid(recording.context, view, testTheme);
      return recording.actions("strokeRect").filter(({ stroke }) => stroke === testTheme.accent)
        .length;
    };
    expect(
      framed([
        [-1, -1],
        [-1, 0],
        [0, -1],
        [0, 0],
      ]),
    ).toBe(1);
    expect(
      framed([
        [-1, -1],
        [-1, 1],
        [1, -1],
        [1, 1],
      ]),
    ).toBe(4);
  });

  it("frames a vector that takes part whole once, though its last row is short", () => {
    const drawn = (marks: number): Recording => {
      const recording = new Recording(240, 240);
      const grid = { ...image(4, 5), values: new Float64Array(18) };
      const view = { grid, ...nothing, marks: Array.from({ length: marks }, (_, at) => at) };
      drawGrid(recording.context, { ...view, width: 240, height: 240 }, testTheme);
      return recording;
    };
    expect(drawn(18).actions("strokeRect")).toHaveLength(0);
    expect(drawn(18).actions("stroke")).toHaveLength(1);
    expect(drawn(18).actions("lineTo")).toHaveLength(5);
    expect(drawn(17).actions("strokeRect")).toHaveLength(17);
  });

  it("keeps the frame of a cell in the corner whole", () => {
    const recording = new Recording(200, 200);
    const view = { grid: image(5, 5), ...nothing, selected: 0, width: 200, height: 200 };
    drawGrid(recording.context, view, testTheme);
    const [frame] = recording.actions("strokeRect");
    const [x, y] = (frame?.values ?? []) as number[];
    // A line of two pixels reaches one to each side.
    expect(x).toBeGreaterThanOrEqual(1);
    expect(y).toBeGreaterThanOrEqual(1);
  });

  it("frames the cell that is looked at in ink", () => {
    const recording = new Recording(200, 200);
    const grid = image(5, 5);
    const layout = drawGrid(
      recording.context,
      { grid, ...nothing, selected: 7, width: 200, height: 200 },
      testTheme,
    );
    const [frame] = recording
      .actions("strokeRect")
      .filter(({ stroke }) => stroke === testTheme.ink);
    const [x, y] = (frame?.values ?? []) as number[];
    expect(Math.round(((x ?? 0) + 1) / layout.cellWidth)).toBe(2);
    expect(Math.round(((y ?? 0) + 1) / layout.cellHeight)).toBe(1);
  });

  it("lays short vectors out as columns and long ones about square", () => {
    expect(vectorColumns(10)).toBe(1);
    expect(vectorColumns(64)).toBe(8);
    expect(vectorColumns(50)).toBe(10);
    expect(vectorColumns(1024)).toBe(32);
    expect(vectorColumns(31)).toBe(6);
  });
});

describe("numbers in cells", () => {
  it("have the figures that fit", () => {
    expect(gridNumber(0.4567, 50)).toBe("0.457");
    expect(gridNumber(-0.4567, 34)).toBe("−0.46");
    expect(gridNumber(-0.4567, 30)).toBe("−.46");
    expect(gridNumber(4.567, 30)).toBe("4.6");
    expect(gridNumber(45.67, 30)).toBe("46");
    expect(gridNumber(1234, 30)).toBe("1234");
    expect(gridNumber(0, 30)).toBe("0");
    expect(gridNumber(Number.NaN, 30)).toBe("NaN");
    expect(gridNumber(-Infinity, 30)).toBe("−∞");
  });

  it("tell what rounds to zero from zero", () => {
    expect(gridNumber(0.0001, 34)).toBe("0.00");
    expect(gridNumber(-0.0001, 30)).toBe(".00");
    expect(gridNumber(-0.0001, 44)).toBe("0.000");
  });

  it("have a unit that brings the largest between 1 and 1000", () => {
    for (const limit of [3e-8, 4.2e-4, 0.05, 0.0999, 1e-3, 0.1, 1, 999, 1000, 5e7]) {
      const unit = unitOf(limit);
      if (unit === 1) expect(limit >= 0.1 && limit < 1000).toBe(true);
      else {
        expect(limit / unit).toBeGreaterThanOrEqual(0.999);
        expect(limit / unit).toBeLessThan(1000);
      }
    }
    expect(unitOf(0)).toBe(1);
    expect(unitText(1)).toBe("");
    expect(unitText(1e-3)).toBe("×10⁻³");
    expect(unitText(1e6)).toBe("×10⁶");
  });
});

describe("channels", () => {
  const channels = {
    count: 6,
    rows: 2,
    columns: 3,
    values: Float64Array.from({ length: 36 }, (_, i) => i / 18 - 1),
  };

  it("fit, and are found under the pointer", () => {
    const layout = channelsLayout(channels, { width: 200, height: 60 });
    for (let channel = 0; channel < 6; channel += 1) {
      const pointer = {
        x: (channel % layout.across) * (layout.width + layout.gap) + 3,
        y: Math.floor(channel / layout.across) * (layout.height + layout.gap) + 3,
      };
      expect(channelUnder(channels, layout, pointer)).toBe(channel);
      expect(pointer.x + layout.width).toBeLessThanOrEqual(201);
    }
  });

  it("are drawn on one scale, the chosen one framed", () => {
    const recording = new Recording(240, 60);
    const layout = drawChannels(
      recording.context,
      { channels, limit: 1, selected: 2, width: 240, height: 60 },
      testTheme,
    );
    const left = (2 % layout.across) * (layout.width + layout.gap);
    expect(recording.pixel(Math.round(left + 4), 4)).toBe(
      toCss(divergingScale(1, testTheme).colour(12 / 18 - 1)),
    );
    expect(recording.actions("strokeRect")).toHaveLength(1);
  });
});

describe("the row of im2col", () => {
  const row = (terms: number, block: number) => ({
    x: Float64Array.from({ length: terms }, (_, i) => i / terms),
    w: Float64Array.from({ length: terms }, () => -0.5),
    block,
    letters: ["x", "w"] as const,
    units: [1, 1, 1] as const,
  });

  it("fits its place whatever its length, in figures where it can", () => {
    for (const [terms, block] of [
      [9, 9],
      [27, 9],
      [144, 9],
      [576, 9],
      [1024, 1024],
      [4608, 9],
    ] as const) {
      const layout = termLayout(row(terms, block), { width: 640, height: 220 });
      expect(layout.lines * layout.perLine).toBeGreaterThanOrEqual(terms);
      expect(layout.height).toBeLessThanOrEqual(220);
    }
    expect(termLayout(row(9, 9), { width: 640, height: 220 }).isNumbered).toBe(true);
    expect(termLayout(row(576, 9), { width: 640, height: 220 }).isNumbered).toBe(false);
  });

  it("finds every term under the pointer", () => {
    const terms = row(30, 9);
    const layout = termLayout(terms, { width: 400, height: 200 });
    const found = new Set<number>();
    for (let y = 1; y < layout.height; y += 4) {
      for (let x = layout.left; x < 400; x += 2) {
        const term = termUnder(terms, layout, { x, y });
        if (term !== null) found.add(term);
      }
    }
    expect([...found].sort((a, b) => a - b)).toEqual([...terms.x.keys()]);
    expect(termUnder(terms, layout, { x: 2, y: 2 })).toBeNull();
  });

  it("writes what is seen, the weight and the product under each other", () => {
    const recording = new Recording(400, 100);
    const view = { limits: [1, 2, 1], selected: null, width: 400, height: 100 } as const;
    const shared = { letters: ["x", "w"], units: [1, 1, 1] } as const;
    const written = { ...shared, x: [0.5, 0.25], w: [2, -1], block: 2 };
    drawTerms(recording.context, { row: written, ...view }, testTheme);
    const figures = recording.texts().filter((text) => /\d/.test(text));
    expect(figures).toEqual(["0.500", "2.00", "1.00", "0.250", "−1.00", "−0.250"]);
    expect(rowCount({ ...shared, x: [1], w: null, block: 1 })).toBe(1);
  });

  it("names its rows as the formula does, with the unit of their figures", () => {
    const recording = new Recording(400, 100);
    drawTerms(
      recording.context,
      {
        row: { x: [0.002], w: [3], block: 1, letters: ["g", "w"], units: [1e-3, 1, 1e-3] },
        limits: [0.002, 3, 0.006],
        selected: null,
        width: 400,
        height: 100,
      },
      testTheme,
    );
    expect(recording.texts()).toEqual(["g ×10⁻³", "w", "w·g ×10⁻³", "2.00", "3.00", "6.00"]);
  });
});
