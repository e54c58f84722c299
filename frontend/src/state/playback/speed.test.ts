import { describe, expect, it } from "vitest";
import { SPEEDS, steppedSpeed } from "./speed";

describe("the speed limit", () => {
  it("goes up and down one by one, and stays at the ends", () => {
    const up: (number | null)[] = [SPEEDS[0]];
    for (let count = 1; count < SPEEDS.length; count += 1) {
      up.push(steppedSpeed(up.at(-1) ?? null, 1));
    }
    expect(up).toEqual([...SPEEDS]);
    expect(steppedSpeed(null, 1)).toBeNull();
    expect(steppedSpeed(null, -1)).toBe(100);
    expect(steppedSpeed(SPEEDS[0], -1)).toBe(SPEEDS[0]);
  });

  it("finds its way from a limit that is none of them", () => {
    expect(steppedSpeed(7, 1)).toBe(10);
    expect(steppedSpeed(7, -1)).toBe(5);
  });
});
