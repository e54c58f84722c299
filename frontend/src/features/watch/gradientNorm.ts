/** Gradient figures of a whole node, from those of its parameters, and what they mean. */
import { scientific } from "@/draw/format";
import type { Say } from "@/words";

export { nodeNorm } from "@/state/telemetry/gradientNorm";

/**
 * Where the ratio ‖Δw‖ / ‖w‖ of an update usually lies in training that goes well: about 1e-3.
 *
 * Source: Andrej Karpathy, CS231n "Neural Networks Part 3", "Ratio of weights:updates". Well below,
 * the weights hardly move; well above, each update throws away what was learnt.
 */
export const healthyUpdate = { low: 1e-4, high: 1e-2 } as const;

export type UpdateVerdict = "small" | "healthy" | "large";

export function judgeUpdate(ratio: number): UpdateVerdict {
  if (ratio < healthyUpdate.low) return "small";
  return ratio > healthyUpdate.high ? "large" : "healthy";
}

/** Where the ratio lies, and what follows from it. */
export function describeUpdate(verdict: UpdateVerdict, say: Say<"watch">): string {
  if (verdict === "healthy") return say("update.healthy");
  const limit = scientific(verdict === "small" ? healthyUpdate.low : healthyUpdate.high, 0);
  return say(`update.${verdict}`, { limit });
}
