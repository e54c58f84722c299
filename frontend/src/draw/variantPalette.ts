/**
 * Lines of variants that are told apart: eight hues, and dashes once the hues begin again.
 *
 * The hues are those of Okabe and Ito ("Color Universal Design", 2008), darkened on light and lightened on
 * dark panels until a thin line of each has a contrast of 3; purple stands in for their yellow.
 */
import type { Theme } from "./theme";

const onLight = [
  "#0072b2",
  "#b36200",
  "#00805e",
  "#b0508c",
  "#6a4fc4",
  "#c43d00",
  "#2387c4",
  "#6b7480",
];
const onDark = [
  "#4aa8e8",
  "#e69f00",
  "#2fc49a",
  "#e39cc6",
  "#b3a0f7",
  "#ff8552",
  "#8fd3f7",
  "#a5aeb9",
];

const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3]];

export interface VariantLine {
  readonly colour: string;
  readonly dash: readonly number[];
}

/** @param perGroup after so many variants the hues begin again, with another dash */
export function variantLine(
  index: number,
  perGroup: number,
  { isDark }: Pick<Theme, "isDark">,
): VariantLine {
  const hues = isDark ? onDark : onLight;
  const group = Math.max(1, Math.min(perGroup, hues.length));
  return {
    colour: hues[index % group] ?? "#8a8f98",
    dash: dashes[Math.floor(index / group) % dashes.length] ?? [],
  };
}
