import type { GradientStatsProbe } from "@/transport/messages";

/** The Euclidean norm over all parameters of the node; null where one was not measured. */
export function nodeNorm(stats: GradientStatsProbe): number | null {
  let sum = 0;
  for (const { norm } of Object.values(stats.parameters)) {
    if (norm === null) return null;
    sum += norm * norm;
  }
  return Math.sqrt(sum);
}
