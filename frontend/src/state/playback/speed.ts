/** How fast training may go, for whoever wants to watch each step. */
import { useStore } from "zustand";
import { runController } from "../telemetry/runStore";

/** Steps a second, from the slowest; null is as fast as it can. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 30, 100, null] as const;

export function useSpeedLimit(): number | null {
  return useStore(runController.speed, ({ limit }) => limit);
}

/** For this run from its next step on, and for those that follow; null lifts it. */
export function setSpeedLimit(limit: number | null): Promise<void> {
  return runController.setSpeedLimit(limit);
}

/** The next of `SPEEDS` above a limit, or below it; the last one is the end. */
export function steppedSpeed(limit: number | null, direction: 1 | -1): number | null {
  const ranked = direction === 1 ? SPEEDS : SPEEDS.toReversed();
  const size = (speed: number | null): number => speed ?? Infinity;
  const next = ranked.find((speed) => direction * (size(speed) - size(limit)) > 0);
  return next === undefined ? limit : next;
}

export function changeSpeed(direction: 1 | -1): Promise<void> {
  return setSpeedLimit(steppedSpeed(runController.speed.getState().limit, direction));
}
