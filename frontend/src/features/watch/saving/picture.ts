/** A view as one picture: its canvases where they stand, under a line that says what it is. */
import type { Theme } from "@/draw/theme";
import { plainText } from "@/draw/theme";

const density = 2;
const margin = 16;
const headHeight = 34;

/** The smallest rectangle that holds all canvases, in CSS pixels. */
function extent(canvases: readonly HTMLCanvasElement[]): DOMRect {
  const places = canvases.map((canvas) => canvas.getBoundingClientRect());
  const left = Math.min(...places.map((place) => place.left));
  const top = Math.min(...places.map((place) => place.top));
  const right = Math.max(...places.map((place) => place.right));
  const bottom = Math.max(...places.map((place) => place.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** @returns null where nothing is drawn on a canvas */
export function composePicture(
  body: HTMLElement,
  caption: string,
  theme: Theme,
): HTMLCanvasElement | null {
  const canvases = [...body.querySelectorAll("canvas")].filter(
    ({ width, height }) => width > 0 && height > 0,
  );
  if (canvases.length === 0) return null;
  const place = extent(canvases);
  const picture = document.createElement("canvas");
  picture.width = Math.round((place.width + 2 * margin) * density);
  picture.height = Math.round((place.height + headHeight + margin) * density);
  const context = picture.getContext("2d");
  if (context === null) return null;
  context.scale(density, density);
  context.fillStyle = theme.panel;
  context.fillRect(0, 0, picture.width, picture.height);
  context.font = plainText(theme, 13);
  context.fillStyle = theme.ink;
  context.textBaseline = "middle";
  context.fillText(caption, margin, headHeight / 2);
  for (const canvas of canvases) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    context.drawImage(
      canvas,
      left - place.left + margin,
      top - place.top + headHeight,
      width,
      height,
    );
  }
  return picture;
}

/** Hand a file to the person at the page. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
