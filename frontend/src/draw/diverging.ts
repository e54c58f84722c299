/** The one scale for signed values: orange below zero, neutral at zero, blue above. */
import { mix, parseColour, type Rgb } from "./colour";
import type { Theme } from "./theme";

export interface DivergingScale {
  /** The value at the blue end; the orange end is its negative, so that zero is always neutral. */
  readonly limit: number;
  colour(value: number): Rgb;
}

/**
 * A scale that reaches from -limit to limit.
 *
 * @param limit at least 0; with 0 every value is neutral
 */
export function divergingScale(limit: number, theme: Theme): DivergingScale {
  const negative = parseColour(theme.negative);
  const zero = parseColour(theme.zero);
  const positive = parseColour(theme.positive);
  return {
    limit,
    colour(value) {
      if (limit === 0 || Number.isNaN(value)) return zero;
      const share = Math.max(-1, Math.min(1, value / limit));
      return share < 0 ? mix(zero, negative, -share) : mix(zero, positive, share);
    },
  };
}

/** The limit that holds every value between `low` and `high` without breaking the symmetry. */
export function symmetricLimit(low: number, high: number): number {
  return Math.max(Math.abs(low), Math.abs(high));
}
