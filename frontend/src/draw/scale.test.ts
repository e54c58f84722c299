import { describe, expect, it } from "vitest";
import { count, decimal, scientific, share, threeFigures, tickLabel } from "./format";
import { linearScale, logScale, logTicks, niceTicks } from "./scale";

describe("scales", () => {
  it("go there and back", () => {
    const linear = linearScale([-1, 3], [100, 20]);
    const log = logScale([1e-5, 10], [0, 300]);
    for (const pixel of [20, 33, 77, 100]) {
      expect(linear.toPixel(linear.toValue(pixel))).toBeCloseTo(pixel);
      expect(log.toPixel(log.toValue(pixel))).toBeCloseTo(pixel);
    }
    expect(log.toPixel(1e-5)).toBe(0);
    expect(linearScale([2, 2], [0, 10]).toPixel(2)).toBe(5);
  });

  it("refuse a logarithm of nothing", () => {
    expect(() => logScale([0, 1], [0, 1])).toThrow(/received 0 and 1/);
  });
});

describe("ticks", () => {
  it("are round, inside, in order, and not too many", () => {
    for (let seed = 1; seed < 400; seed += 1) {
      const low = Math.sin(seed) * 10 ** (seed % 9);
      const high = low + Math.abs(Math.cos(seed * 7)) * 10 ** (seed % 7) + 1e-6;
      const most = 1 + (seed % 8);
      const { ticks, spacing } = niceTicks(low, high, most);
      const mantissa = spacing / 10 ** Math.floor(Math.log10(spacing) + 1e-9);
      expect([1, 2, 5]).toContain(Math.round(mantissa));
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
      for (const [index, tick] of ticks.entries()) {
        expect(tick).toBeGreaterThanOrEqual(low - spacing * 1e-6);
        expect(tick).toBeLessThanOrEqual(high + spacing * 1e-6);
        if (index > 0) expect(tick - (ticks[index - 1] ?? 0)).toBeCloseTo(spacing, 6);
      }
    }
  });

  it("hit zero exactly", () => {
    expect(niceTicks(-0.3, 0.3, 6).ticks).toContain(0);
  });

  it("take every n-th power of ten where there are many", () => {
    expect(logTicks(1e-6, 1, 4)).toEqual([1e-6, 1e-4, 1e-2, 1]);
    expect(logTicks(0.5, 200, 9)).toEqual([1, 10, 100]);
  });
});

describe("figures", () => {
  it("are written the one way", () => {
    expect(scientific(0.0312)).toBe("3.1e-2");
    expect(scientific(-4.2e6)).toBe("−4.2e6");
    expect(scientific(0)).toBe("0");
    expect(decimal(0.2131)).toBe("0.213");
    expect(decimal(-12.44)).toBe("−12.4");
    expect(decimal(1240.4)).toBe("1,240");
    expect(decimal(0.00021)).toBe("2.1e-4");
    expect(count(52800)).toBe("52,800");
    expect(share(0.6243)).toBe("62.4 %");
  });

  it("keep three figures where they are held against each other", () => {
    const shown = [0.05, -0.0512, 12, 1240.4, 0.00021, 0, Infinity].map(threeFigures);
    expect(shown).toEqual(["0.0500", "−0.0512", "12.0", "1,240", "2.10e-4", "0", "∞"]);
  });

  it("say so when they are not finite", () => {
    expect(decimal(NaN)).toBe("NaN");
    expect(scientific(-Infinity)).toBe("−∞");
  });

  it("give a tick just its decimals", () => {
    expect(tickLabel(0.5, 0.25)).toBe("0.50");
    expect(tickLabel(0.5, 0.05)).toBe("0.50");
    expect(tickLabel(-2, 1)).toBe("−2");
    expect(tickLabel(0, 0.1)).toBe("0");
    expect(tickLabel(2e-6, 1e-6)).toBe("2.0e-6");
  });
});
