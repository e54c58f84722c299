import { describe, expect, it } from "vitest";
import { type OutcomeRow, sortRows, startsDescending, toCsv } from "./outcomeRows";

const none = { last: null, best: null };

function row(id: string, loss: number | null, extra: Partial<OutcomeRow> = {}): OutcomeRow {
  return {
    id,
    name: `variant ${id}`,
    differences: [],
    start: null,
    outcome: {
      state: "paused",
      step: 3,
      speed: null,
      trainLoss: { last: loss, best: loss },
      trainAccuracy: none,
      validationLoss: none,
      validationAccuracy: none,
    },
    ...extra,
  };
}

const rows = [row("a", 2), row("b", null), row("c", 0.5), row("d", 2), row("e", NaN)];

function order(key: Parameters<typeof sortRows>[1]["key"], isDescending: boolean): string {
  return sortRows(rows, { key, isDescending })
    .map(({ id }) => id)
    .join("");
}

describe("sortRows", () => {
  it("puts what was not measured last either way, and keeps equals in their order", () => {
    expect(order("trainLoss.last", false)).toBe("cadeb");
    expect(order("trainLoss.last", true)).toBe("eadcb");
    expect(order("name", true)).toBe("edcba");
    expect(order("given", true)).toBe("abcde");
  });

  it("begins with what is better", () => {
    expect(startsDescending("validationAccuracy.best")).toBe(true);
    expect(startsDescending("validationLoss.best")).toBe(false);
  });
});

describe("toCsv", () => {
  it("has a line a variant, every digit, and quotes where a comma or a quote would break it", () => {
    const told = row("a", 0.123456789, {
      name: 'Adam, "fast"',
      differences: [{ path: "optimizer.learning_rate", more: 0, from: "0.1", to: "0.01" }],
      start: { same: 5, shared: 6 },
    });
    const [head, line, end] = toCsv([told]).split("\r\n");
    expect(head?.split(",")).toHaveLength(14);
    expect(line).toBe(
      '"Adam, ""fast""",optimizer.learning_rate: 0.1 → 0.01,5 of 6,paused,3,,0.123456789,0.123456789,,,,,,',
    );
    expect(end).toBe("");
  });
});
