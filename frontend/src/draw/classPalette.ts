/**
 * Hues for classes that colour-blind people can tell apart.
 *
 * Source: Masataka Okabe and Kei Ito, "Color Universal Design" (2008), their palette of eight without
 * black; grey stands in for it. Shapes say the class once more, for print and for the rest of us.
 */
import { parseColour, type Rgb } from "./colour";

const hues = [
  "#0072b2",
  "#e69f00",
  "#009e73",
  "#cc79a7",
  "#d55e00",
  "#56b4e9",
  "#f0e442",
  "#8a8f98",
];

export const markerShapes = ["circle", "square", "triangle", "diamond"] as const;
export type MarkerShape = (typeof markerShapes)[number];

/** The hue of a class; past eight classes the hues return with another shape. */
export function classColour(index: number): string {
  return hues[index % hues.length] ?? "#8a8f98";
}

export function classRgb(index: number): Rgb {
  return parseColour(classColour(index));
}

export function classShape(index: number): MarkerShape {
  return markerShapes[(index + Math.floor(index / hues.length)) % markerShapes.length] ?? "circle";
}
