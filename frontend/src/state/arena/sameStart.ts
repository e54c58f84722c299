/** Whether two variants began with the same weights, as far as their measurements of step 0 tell. */
import type { HistogramProbe } from "@/transport/messages";
import type { ProbeStore } from "../telemetry/probeStore";

export interface SameStart {
  /** Tensors of one name, size and distribution at step 0. */
  readonly same: number;
  /** Tensors of both, by name. */
  readonly shared: number;
}

function equal(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place += 1) {
    if (one[place] !== other[place]) return false;
  }
  return true;
}

/** The same values in the same bins, and the same moments to the last digit. */
function alike(one: HistogramProbe, other: HistogramProbe): boolean {
  return (
    one.total === other.total &&
    one.mean === other.mean &&
    one.std === other.std &&
    equal(one.edges, other.edges) &&
    equal(one.counts, other.counts)
  );
}

/** Null before both have measured their weights at step 0. */
export function sameStart(one: ProbeStore, other: ProbeStore): SameStart | null {
  let same = 0;
  let shared = 0;
  for (const mine of one.initialHistograms("weight_histogram")) {
    const its = other.initialHistogram("weight_histogram", mine.node, mine.parameter);
    if (its === null) continue;
    shared += 1;
    if (alike(mine, its)) same += 1;
  }
  return shared === 0 ? null : { same, shared };
}
