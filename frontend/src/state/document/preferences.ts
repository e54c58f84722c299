/** How a person arranged the page: sizes and visibility of the panels, remembered in this browser. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export type PanelName = "palette" | "inspector" | "dock";

export interface Preferences {
  /** Width of the side panels and height of the dock, in CSS pixels. */
  sizes: Record<PanelName, number>;
  hidden: Record<PanelName, boolean>;
  /** The panel that fills the page for now; never remembered. */
  maximised: PanelName | null;
}

export const PANEL_LIMITS: Record<PanelName, { least: number; most: number; usual: number }> = {
  palette: { least: 160, most: 360, usual: 200 },
  inspector: { least: 240, most: 560, usual: 300 },
  dock: { least: 140, most: 900, usual: 300 },
};

const KEY = "neurarium.panels.v1";

/** Below this width and height the panels start smaller, so that the network keeps its room. */
const SMALL = { width: 1200, height: 820 };

/** The size a panel starts with in a window of the present size. */
export function usualSize(panel: PanelName): number {
  const { least, usual } = PANEL_LIMITS[panel];
  const small = panel === "dock" ? innerHeight < SMALL.height : innerWidth < SMALL.width;
  return small ? Math.max(least, Math.round(usual * 0.87)) : usual;
}

function usualPreferences(): Preferences {
  return {
    sizes: {
      palette: usualSize("palette"),
      inspector: usualSize("inspector"),
      dock: usualSize("dock"),
    },
    hidden: { palette: false, inspector: false, dock: false },
    maximised: null,
  };
}

export function clampSize(panel: PanelName, size: number): number {
  const { least, most } = PANEL_LIMITS[panel];
  return Math.round(Math.min(most, Math.max(least, size)));
}

/** Reads what was remembered; whatever is missing or makes no sense is as usual. */
export function readPreferences(text: string | null): Preferences {
  const preferences = usualPreferences();
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? "null");
  } catch {
    return preferences;
  }
  if (typeof kept !== "object" || kept === null) return preferences;
  const { sizes, hidden } = kept as {
    sizes?: Record<string, unknown>;
    hidden?: Record<string, unknown>;
  };
  for (const panel of Object.keys(PANEL_LIMITS) as PanelName[]) {
    const size = sizes?.[panel];
    if (typeof size === "number" && Number.isFinite(size)) {
      preferences.sizes[panel] = clampSize(panel, size);
    }
    if (typeof hidden?.[panel] === "boolean") preferences.hidden[panel] = hidden[panel];
  }
  return preferences;
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage may be switched off; the page then starts as usual.
  }
}

export const preferencesStore = createStore<Preferences>()(() => readPreferences(stored()));

preferencesStore.subscribe(({ sizes, hidden }) => {
  try {
    localStorage.setItem(KEY, JSON.stringify({ sizes, hidden }));
  } catch {
    // Without storage the arrangement lasts as long as the page does.
  }
});

export function usePreferences<Chosen>(selector: (state: Preferences) => Chosen): Chosen {
  return useStore(preferencesStore, selector);
}

export function resizePanel(panel: PanelName, size: number): void {
  preferencesStore.setState((state) => ({
    sizes: { ...state.sizes, [panel]: clampSize(panel, size) },
  }));
}

export function togglePanel(panel: PanelName): void {
  preferencesStore.setState((state) => ({
    hidden: { ...state.hidden, [panel]: !state.hidden[panel] },
    maximised: null,
  }));
}

/** Lets a panel fill the page, or gives it its place back. */
export function toggleMaximised(panel: PanelName): void {
  preferencesStore.setState((state) => ({
    maximised: state.maximised === panel ? null : panel,
    hidden: { ...state.hidden, [panel]: false },
  }));
}
