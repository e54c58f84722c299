/** Maps of signed values as small pictures, on the scale for signed values. */
import { at } from "./array";
import { divergingScale } from "./diverging";
import type { Context, Point, Size, Theme } from "./theme";
import { tilesLayout, type TilesLayout, tileUnder } from "./tiles";

/** (maps, rows, columns), C order; a vector is a map of one value for each of its features. */
export interface Maps {
  readonly shape: readonly [number, number, number];
  readonly values: Float32Array;
}

export interface MapsView extends Size {
  readonly maps: Maps;
  /** The value at full colour, on both sides of zero. */
  readonly limit: number;
  /** Whether row 0 lies at the bottom, as on a plane, and not at the top, as in pictures. */
  readonly isUpward?: boolean;
  /** The map that stands out. */
  readonly chosen?: number | null;
  /** A canvas of any size, through which maps are scaled. */
  readonly scratch: Scratch;
}

export interface Scratch {
  readonly canvas: HTMLCanvasElement;
  readonly context: Context;
}

/** Tiles of single values touch where they are small, and are no smaller than this, in pixels. */
const leastTile = 2;

/** What of a node's values is drawn: all maps, or as many features as can be told apart. */
export function mapsOf(
  values: Float32Array,
  shown: readonly number[],
  { width, height }: Size,
): Maps {
  const [channels, rows, columns] = shown;
  if (shown.length === 3 && channels !== undefined && rows !== undefined && columns !== undefined) {
    return { shape: [channels, rows, columns], values };
  }
  const room = Math.floor(width / leastTile) * Math.floor(height / leastTile);
  const count = Math.max(1, Math.min(values.length, room));
  return { shape: [count, 1, 1], values: values.subarray(0, count) };
}

export function mapsLayout({ shape }: Maps, size: Size): TilesLayout {
  const [count, rows, columns] = shape;
  const isVector = rows === 1 && columns === 1;
  const isDense = isVector && count > 48;
  return tilesLayout(count, rows / columns, size, {
    gap: isDense ? 0 : 3,
    largest: isVector ? 18 : 96,
  });
}

/** One map as RGBA, one pixel a value. */
export function mapPixels(
  { shape, values }: Maps,
  map: number,
  limit: number,
  theme: Theme,
  isUpward = false,
): Uint8ClampedArray<ArrayBuffer> {
  const [, rows, columns] = shape;
  const scale = divergingScale(limit, theme);
  const pixels = new Uint8ClampedArray(rows * columns * 4);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [red, green, blue] = scale.colour(at(values, (map * rows + row) * columns + column));
      const place = ((isUpward ? rows - 1 - row : row) * columns + column) * 4;
      pixels[place] = red;
      pixels[place + 1] = green;
      pixels[place + 2] = blue;
      pixels[place + 3] = 255;
    }
  }
  return pixels;
}

export interface MapPlace {
  readonly map: number;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** The value under the pointer, or null. */
export function mapUnder(
  maps: Maps,
  layout: TilesLayout,
  pointer: Point,
  isUpward = false,
): MapPlace | null {
  const [count, rows, columns] = maps.shape;
  const tile = tileUnder(layout, count, pointer);
  if (tile === null) return null;
  const down = Math.min(rows - 1, Math.floor(tile.down * rows));
  const row = isUpward ? rows - 1 - down : down;
  const column = Math.min(columns - 1, Math.floor(tile.across * columns));
  const value = at(maps.values, (tile.index * rows + row) * columns + column);
  return { map: tile.index, row, column, value };
}

/** One map, filling a rectangle. */
export function drawMap(
  context: Context,
  maps: Maps,
  map: number,
  {
    limit,
    scratch,
    isUpward = false,
    isSmooth = false,
  }: { limit: number; scratch: Scratch; isUpward?: boolean; isSmooth?: boolean },
  place: Point & Size,
  theme: Theme,
): void {
  const [, rows, columns] = maps.shape;
  scratch.canvas.width = columns;
  scratch.canvas.height = rows;
  const image = scratch.context.createImageData(columns, rows);
  image.data.set(mapPixels(maps, map, limit, theme, isUpward));
  scratch.context.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = isSmooth;
  context.drawImage(scratch.canvas, place.x, place.y, place.width, place.height);
}

export function drawMaps(context: Context, view: MapsView, theme: Theme): void {
  const { maps, chosen = null } = view;
  const [count, rows, columns] = maps.shape;
  const layout = mapsLayout(maps, view);
  const { width, height } = layout;
  const scale = divergingScale(view.limit, theme);
  for (let map = 0; map < count; map += 1) {
    const corner = layout.corner(map);
    if (rows * columns === 1) {
      const [red, green, blue] = scale.colour(at(maps.values, map)).map(Math.round);
      context.fillStyle = `rgb(${red} ${green} ${blue})`;
      context.fillRect(corner.x, corner.y, width, height);
    } else {
      drawMap(context, maps, map, view, { ...corner, width, height }, theme);
    }
  }
  if (chosen !== null && chosen < count) {
    const { x, y } = layout.corner(chosen);
    context.strokeStyle = theme.ink;
    context.lineWidth = 1.5;
    context.strokeRect(x - 0.75, y - 0.75, width + 1.5, height + 1.5);
  }
}
