/** Histograms as densities: comparable although their bins differ, and never resampled. */
import { at, largest } from "./array";

/** Counts between edges; `counts` sum to `sampled`. */
export interface Histogram {
  /** k + 1 */
  readonly edges: Float32Array;
  /** k */
  readonly counts: Uint32Array;
  readonly sampled: number;
}

/**
 * Share of values per unit of x in each bin, so that the area under the whole is one.
 *
 * A bin without width (all values were equal) is given the smallest width that can be told apart from
 * none; its density is then very large, which is what it is.
 *
 * @returns k densities
 */
export function densities({ edges, counts, sampled }: Histogram): Float64Array {
  const reach = Math.max(largest(edges, 0), -at(edges, 0), 1e-6);
  return Float64Array.from(counts, (count, bin) => {
    const width = Math.max(at(edges, bin + 1) - at(edges, bin), reach * 1e-6);
    return sampled === 0 ? 0 : count / (width * sampled);
  });
}

export interface Ceiling {
  /** The density drawn at full height. */
  readonly value: number;
  /** Whether a peak reaches above it and is cut. */
  readonly isCut: boolean;
}

/** The highest and the second highest value. */
function peaks(values: Float64Array): [number, number] {
  let highest = 0;
  let second = 0;
  for (const value of values) {
    if (value > highest) [highest, second] = [value, highest];
    else if (value > second) second = value;
  }
  return [highest, second];
}

/**
 * The height that shows most.
 *
 * The zeros of a ReLU stand in one bin, many times higher than all others: drawn in proportion they
 * would press everything else flat. So where one bin towers over the next, the picture ends a little
 * above the next, and the drawing marks the cut. Over several histograms it is the upper quartile
 * that decides, so that one narrow slice does not flatten the rest.
 */
export function densityCeiling(histograms: readonly Float64Array[]): Ceiling {
  const highest = largest(
    histograms.map((values) => peaks(values)[0]),
    0,
  );
  const seconds = histograms.map((values) => peaks(values)[1]).sort((one, other) => one - other);
  const typical = seconds[Math.floor((seconds.length - 1) * 0.75)] ?? 0;
  if (typical > 0 && highest > 3 * typical) return { value: 1.5 * typical, isCut: true };
  return { value: highest, isCut: false };
}

/** From the first to the last edge over all histograms. */
export function sharedDomain(histograms: readonly Histogram[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const { edges } of histograms) {
    low = Math.min(low, at(edges, 0));
    high = Math.max(high, at(edges, edges.length - 1));
  }
  if (low > high) return [0, 1];
  // All values equal: room on both sides, so that the one bin can be seen at its place.
  const margin = low === high ? Math.max(Math.abs(low), 1) / 2 : 0;
  return [low - margin, high + margin];
}

/** The bin that holds `value`, or -1 outside; the last edge belongs to the last bin. */
export function binAt({ edges, counts }: Histogram, value: number): number {
  for (let bin = 0; bin < counts.length; bin += 1) {
    const isLast = bin === counts.length - 1;
    const high = at(edges, bin + 1);
    if (value >= at(edges, bin) && (value < high || (isLast && value <= high))) return bin;
  }
  return -1;
}
