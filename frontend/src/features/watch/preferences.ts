/** Which view is open and how curves are drawn, remembered in this browser. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export interface WatchPreferences {
  /** The open tab's name; one that is gone by now falls back to the first. */
  tab: string;
  /** Weight of the past in smoothed curves, 0 to below 1. */
  smoothing: number;
  isLossLogarithmic: boolean;
}

const key = "neurarium.watch.v1";

const usual: WatchPreferences = { tab: "overview", smoothing: 0.9, isLossLogarithmic: false };

export const smoothingLimit = 0.99;

/** Reads what was remembered; whatever is missing or makes no sense is as usual. */
export function readPreferences(text: string | null): WatchPreferences {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? "null");
  } catch {
    return usual;
  }
  if (typeof kept !== "object" || kept === null) return usual;
  const { tab, smoothing, isLossLogarithmic } = kept as Record<string, unknown>;
  return {
    tab: typeof tab === "string" ? tab : usual.tab,
    smoothing:
      typeof smoothing === "number" && smoothing >= 0 && smoothing <= smoothingLimit
        ? smoothing
        : usual.smoothing,
    isLossLogarithmic: isLossLogarithmic === true,
  };
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage may be switched off; the views then start as usual.
  }
}

export const watchPreferences = createStore<WatchPreferences>()(() => readPreferences(stored()));

watchPreferences.subscribe((preferences) => {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // Without storage the choice lasts as long as the page does.
  }
});

export function useWatchPreferences(): WatchPreferences {
  return useStore(watchPreferences);
}

/** The name of the dock's open tab. */
export function openTab(): string {
  return watchPreferences.getState().tab;
}

export function showTab(tab: string): void {
  watchPreferences.setState({ tab });
}
