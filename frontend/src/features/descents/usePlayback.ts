import { useEffect } from "react";
import { advance, descentStore, useDescents } from "@/state/descents";

/** A whole descent takes about so long, however many steps it has; a few steps go slower. */
const WHOLE_MS = 6000;
const SLOWEST_MS = 150;

/** Moves the picture on while it plays. Where motion is to be reduced it goes to the end at once. */
export function usePlayback(): void {
  const isPlaying = useDescents((state) => state.isPlaying);
  useEffect(() => {
    if (!isPlaying) return;
    const { steps } = descentStore.getState();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      advance(steps);
      return;
    }
    const perStep = Math.min(SLOWEST_MS, WHOLE_MS / steps);
    let frame = 0;
    let last = performance.now();
    const tick = (now: number): void => {
      const due = Math.floor((now - last) / perStep);
      if (due > 0) {
        last += due * perStep;
        advance(due);
      }
      if (descentStore.getState().isPlaying) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [isPlaying]);
}
