/** A canvas that is never seen, through which pictures are scaled. */
import type { Scratch } from "@/draw/signedMaps";

export function createScratch(): Scratch | null {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  return context === null ? null : { canvas, context };
}
