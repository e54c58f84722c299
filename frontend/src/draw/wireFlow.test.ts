import { describe, expect, it } from "vitest";
import { wireStroke } from "./wireFlow";

describe("a wire's stroke", () => {
  it("grows by as much with each power of ten", () => {
    const widths = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1].map((norm) => wireStroke(norm).width);
    const steps = widths.slice(1).map((width, index) => width - (widths[index] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(8 / 7);
  });

  it("is thinnest where nothing arrives and widest beyond the scale", () => {
    expect(wireStroke(0)).toEqual({ width: 1, strength: 0 });
    expect(wireStroke(1e-9)).toEqual({ width: 1, strength: 0 });
    expect(wireStroke(10)).toEqual({ width: 9, strength: 1 });
    expect(wireStroke(1e6)).toEqual({ width: 9, strength: 1 });
    expect(wireStroke(Infinity)).toEqual({ width: 9, strength: 1 });
    expect(wireStroke(NaN)).toEqual({ width: 9, strength: 1 });
  });
});
