import { describe, expect, it } from "vitest";
import { confusionTable, mapsTable } from "./lookingTables";
import { fileName, newestStep, toCsv } from "./table";

describe("tables", () => {
  it("are written so that numbers read back as the very same, and what was not measured is empty", () => {
    const value = Math.fround(0.1);
    const text = toCsv({
      columns: ["step", "node", "value"],
      rows: [
        [3, 'a,"b"', value],
        [4, "c", null],
      ],
    });
    expect(text).toBe(`step,node,value\r\n3,"a,""b""",${value}\r\n4,c,\r\n`);
    expect(Math.fround(Number(/0\.1\d+/.exec(text)?.[0]))).toBe(value);
  });

  it("name their file by view and newest step", () => {
    const table = {
      columns: ["node", "step"],
      rows: [
        ["a", 3],
        ["b", 12],
        ["c", null],
      ],
    };
    expect(newestStep(table)).toBe(12);
    expect(fileName("loss", newestStep(table), "csv")).toBe("neurarium-loss-step-12.csv");
    expect(fileName("loss", newestStep({ ...table, rows: [] }), "png")).toBe("neurarium-loss.png");
  });

  const head = { type: "probe", seq: 1, step: 9, node: "fc1", parameter: null } as const;

  it("give each cell of a confusion matrix its own row", () => {
    const counts = Uint32Array.of(3, 1, 0, 4);
    const { rows } = confusionTable({
      ...head,
      probe: "confusion",
      classes: 2,
      samples: 8,
      counts,
    });
    expect(rows).toEqual([
      [9, 0, 0, 3, 0.75, 1],
      [9, 0, 1, 1, 0.75, 0.8],
      [9, 1, 0, 0, 1, 1],
      [9, 1, 1, 4, 1, 0.8],
    ]);
    expect(confusionTable(null).rows).toEqual([]);
  });

  it("give each value of images and of vectors its place", () => {
    const figure = { block: 1, low: 0, high: 7, sample: 5, split: "validation" } as const;
    const answer = { target: 1, predicted: 1, probabilities: null };
    const common = { ...head, ...figure, ...answer, probe: "feature_maps" } as const;
    const values = Float32Array.from({ length: 8 }, (_, index) => index);
    const { rows } = mapsTable([
      { ...common, values, shown: [2, 2, 2], shape: [2, 2, 2] },
      { ...common, values: values.subarray(0, 2), shown: [2], shape: [2] },
    ]);
    expect(rows[5]).toEqual([9, 5, "fc1", 1, 0, 1, 5]);
    expect(rows.slice(8)).toEqual([
      [9, 5, "fc1", 0, 0, 0, 0],
      [9, 5, "fc1", 1, 0, 0, 1],
    ]);
  });
});
