/** Why the network on screen cannot be trained yet. */
import type { Finding, Mend } from "@/contracts";
import type { Message } from "@/words";
import { type CheckState } from "../document";

export interface Obstacle {
  message: Message;
  hint: Message | null;
  /** The node to look at; null where the obstacle is not in one node. */
  node: string | null;
  /** What would make it go. */
  mends: readonly Mend[];
  /** How many things stand in the way, this one included. */
  count: number;
}

function first(errors: readonly Finding[]): Obstacle | null {
  const [error] = errors;
  if (error === undefined) return null;
  return {
    message: error.message,
    hint: error.hint ?? null,
    node: error.node ?? null,
    mends: error.mends,
    count: errors.length,
  };
}

/** The first thing that stands in the way; null where nothing does, or where it is still checked. */
export function obstacleIn(check: CheckState): Obstacle | null {
  if (check.problem !== null) return { ...check.problem, node: null, mends: [], count: 1 };
  if (check.result === null || check.result.ok) return null;
  return first(check.result.errors);
}
