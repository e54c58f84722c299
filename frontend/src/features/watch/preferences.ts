/** Which view is open and how curves are drawn, remembered in this browser. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** The views whose scale can be chosen, and whether it is logarithmic unless chosen otherwise. */
const scales = { loss: false, flow: true, signal: true, confusion: false } as const;

export type Scaled = keyof typeof scales;

export interface WatchPreferences {
  /** The open tab's name; one that is gone by now falls back to the first. */
  tab: string;
  /** Weight of the past in smoothed curves, 0 to below 1. */
  smoothing: number;
  /** Whether a view's scale is logarithmic, where that was chosen. */
  logarithmic: Readonly<Partial<Record<Scaled, boolean>>>;
}

const key = "neurarium.watch.v1";

const usual: WatchPreferences = { tab: "overview", smoothing: 0.9, logarithmic: {} };

export const smoothingLimit = 0.99;

function readScales(kept: unknown): WatchPreferences["logarithmic"] {
  if (typeof kept !== "object" || kept === null) return {};
  const chosen = Object.entries(kept).filter(
    ([name, choice]) => name in scales && typeof choice === "boolean",
  );
  return Object.fromEntries(chosen);
}

/** Reads what was remembered; whatever is missing or makes no sense is as usual. */
export function readPreferences(text: string | null): WatchPreferences {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? "null");
  } catch {
    return usual;
  }
  if (typeof kept !== "object" || kept === null) return usual;
  const { tab, smoothing, logarithmic } = kept as Record<string, unknown>;
  return {
    tab: typeof tab === "string" ? tab : usual.tab,
    smoothing:
      typeof smoothing === "number" && smoothing >= 0 && smoothing <= smoothingLimit
        ? smoothing
        : usual.smoothing,
    logarithmic: readScales(logarithmic),
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

export function useLogarithmic(of: Scaled): boolean {
  return useStore(watchPreferences, ({ logarithmic }) => logarithmic[of] ?? scales[of]);
}

export function setLogarithmic(of: Scaled, choice: boolean): void {
  const { logarithmic } = watchPreferences.getState();
  watchPreferences.setState({ logarithmic: { ...logarithmic, [of]: choice } });
}
