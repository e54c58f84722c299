import { describe, expect, it } from "vitest";
import { backoffDelay } from "./backoff";

describe("backoffDelay", () => {
  it("doubles up to a ceiling, and never waits less than half of it", () => {
    for (let attempt = 0; attempt < 2000; attempt += 1) {
      const full = backoffDelay(attempt, 1);
      expect(full).toBe(Math.min(10_000, 250 * 2 ** Math.min(attempt, 30)));
      expect(backoffDelay(attempt, 0)).toBe(full / 2);
    }
  });
});
