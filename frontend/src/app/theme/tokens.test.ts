// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split(':root[data-mantine-color-scheme="dark"]');

function token(scheme: string, name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(scheme)?.[1];
  if (value === undefined) throw new Error(`tokens.css gives no colour to --${name}.`);
  return value;
}

/** Relative luminance and contrast, as WCAG 2 defines them. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s scheme", (_, scheme) => {
  it.each([
    ["ink", "bg"],
    ["ink", "panel"],
    ["soft", "bg"],
    ["soft", "panel"],
    ["soft", "hover"],
    ["faint", "bg"],
    ["faint", "panel"],
    ["faint", "hover"],
    ["accent", "panel"],
    ["on-accent", "accent"],
    ["warn", "warn-bg"],
    ["error", "error-bg"],
    ["error", "panel"],
  ])("writes %s on %s with a contrast of 4.5 or more", (text, ground) => {
    expect(contrast(token(scheme, text), token(scheme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["shape", "weights", "activation", "pooling", "regularisation", "merge"])(
    "shows the hue of %s on a panel with a contrast of 3 or more",
    (family) => {
      const ratio = contrast(token(scheme, `family-${family}`), token(scheme, "panel"));
      expect(ratio).toBeGreaterThanOrEqual(3);
    },
  );
});
