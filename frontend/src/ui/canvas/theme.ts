/** The page's tokens as plain values for drawings, read again when the colour scheme changes. */
import { useSyncExternalStore } from "react";
import type { Theme } from "@/draw/theme";

const families = ["shape", "weights", "activation", "pooling", "regularisation", "merge"];

function readTheme(scheme: string): Theme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    isDark: scheme === "dark",
    background: token("bg"),
    panel: token("panel"),
    line: token("line"),
    grid: token("grid"),
    ink: token("ink"),
    soft: token("soft"),
    faint: token("faint"),
    accent: token("accent"),
    warning: token("warn"),
    negative: token("neg"),
    zero: token("zero"),
    positive: token("pos"),
    families: Object.fromEntries(families.map((name) => [name, token(`family-${name}`)])),
    textFont: token("sans"),
    figureFont: token("mono"),
  };
}

function scheme(): string {
  return document.documentElement.getAttribute("data-mantine-color-scheme") ?? "light";
}

let cached: { scheme: string; theme: Theme } | null = null;

function currentTheme(): Theme {
  const now = scheme();
  // Before the style sheet is there, tokens are empty; such a theme must not be kept.
  if (cached?.scheme !== now || cached.theme.ink === "") {
    const theme = readTheme(now);
    if (cached?.scheme === now && theme.ink === "") return cached.theme;
    cached = { scheme: now, theme };
  }
  return cached.theme;
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });
  return () => {
    observer.disconnect();
  };
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}
