/** Many small pictures side by side, as large as they fit. */
import type { Point, Size } from "./theme";

export interface TilesLayout {
  readonly columns: number;
  /** The size of one tile, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  corner(index: number): Point;
}

/**
 * The layout in which tiles are largest.
 *
 * @param count how many tiles, one at least
 * @param ratio a tile's height by its width
 * @param largest the width that no tile exceeds, in pixels
 */
export function tilesLayout(
  count: number,
  ratio: number,
  { width, height }: Size,
  { gap = 3, largest = Infinity }: { gap?: number; largest?: number } = {},
): TilesLayout {
  let best = { columns: 1, width: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const tile = Math.min(
      (width - (columns - 1) * gap) / columns,
      (height - (rows - 1) * gap) / rows / ratio,
      largest,
    );
    if (tile > best.width) best = { columns, width: tile };
  }
  const { columns } = best;
  // Whole pixels where there are enough of them, so that all tiles look alike.
  const tile = best.width >= 8 ? Math.floor(best.width) : best.width;
  const tileHeight = tile * ratio;
  return {
    columns,
    width: tile,
    height: tileHeight,
    gap,
    corner: (index) => ({
      x: (index % columns) * (tile + gap),
      y: Math.floor(index / columns) * (tileHeight + gap),
    }),
  };
}

/** The tile under the pointer, and where in it, each 0 to below 1; null between tiles and outside. */
export function tileUnder(
  layout: TilesLayout,
  count: number,
  pointer: Point,
): { index: number; across: number; down: number } | null {
  const column = Math.floor(pointer.x / (layout.width + layout.gap));
  const row = Math.floor(pointer.y / (layout.height + layout.gap));
  const index = row * layout.columns + column;
  if (column < 0 || column >= layout.columns || row < 0 || index >= count) return null;
  const corner = layout.corner(index);
  const across = (pointer.x - corner.x) / layout.width;
  const down = (pointer.y - corner.y) / layout.height;
  return across < 1 && down < 1 ? { index, across, down } : null;
}
