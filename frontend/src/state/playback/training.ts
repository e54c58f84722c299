/** Which part of a document decides what is trained, and what only changes how it goes on. */
import type { RunSpec } from "@/contracts";

/** What two runs must have in common to be the same run: all but its name and its learning rate. */
function substance(spec: RunSpec): string {
  const { name: _name, optimizer, ...rest } = spec;
  const { learning_rate: _rate, ...settings } = optimizer;
  return JSON.stringify([rest, settings]);
}

/** Whether the change from one document to the other makes a new run necessary. */
export function needsNewRun(before: RunSpec, after: RunSpec): boolean {
  return before !== after && substance(before) !== substance(after);
}

/** The learning rate that a document states; null where it is left to the optimizer's default. */
export function learningRateOf(spec: Pick<RunSpec, "optimizer">): number | null {
  const rate = spec.optimizer.learning_rate;
  return typeof rate === "number" ? rate : null;
}
