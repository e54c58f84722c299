/** How tensors become pictures: images channel by channel, vectors in rows. */
import type { Grid, GridMargins } from "@/draw/tensorGrid";
import { vectorColumns } from "@/draw/tensorGrid";
import { placeOf, sizeOf, type Slice, value } from "./arithmetic/cases";

export interface TensorMap {
  readonly isImage: boolean;
  readonly channels: number;
  readonly rows: number;
  readonly columns: number;
  /** Values of one channel. */
  readonly area: number;
}

/** Beyond this a matrix is no picture any more, and its rows are shown one at a time. */
const WIDEST_MATRIX = 64;

export function mapOf(shape: readonly number[]): TensorMap {
  const [height = 1, width = 1] = shape.slice(-2);
  const area = height * width;
  const channels = sizeOf(shape.slice(0, -2));
  if (shape.length >= 3 && area > 1) {
    return { isImage: true, channels, rows: height, columns: width, area };
  }
  if (shape.length === 2 && height > 1 && width > 1) {
    return width <= WIDEST_MATRIX
      ? { isImage: true, channels: 1, rows: height, columns: width, area }
      : vectorMap(height, width);
  }
  return vectorMap(1, sizeOf(shape));
}

function vectorMap(channels: number, length: number): TensorMap {
  const columns = vectorColumns(length);
  return { isImage: false, channels, rows: Math.ceil(length / columns), columns, area: length };
}

export function channelOf(map: TensorMap, index: number): number {
  return Math.floor(index / map.area);
}

/** One channel as a grid to be drawn. */
export function gridOf(slice: Slice, channel: number, margins: GridMargins): Grid {
  const map = mapOf(slice.shape);
  const first = channel * map.area;
  return {
    values: Float64Array.from({ length: map.area }, (_, index) =>
      value(slice.values, first + index),
    ),
    columns: map.columns,
    margins,
    isImage: map.isImage,
  };
}

/** The largest value by size; 0 where there is none that is finite. */
export function limitOf(values: ArrayLike<number>): number {
  let limit = 0;
  for (let index = 0; index < values.length; index += 1) {
    const size = Math.abs(value(values, index));
    if (size > limit && Number.isFinite(size)) limit = size;
  }
  return limit;
}

/** The value that stands out: the largest by size. */
export function standout(values: ArrayLike<number>): number {
  let [found, most] = [0, -1];
  for (let index = 0; index < values.length; index += 1) {
    const size = Math.abs(value(values, index));
    if (size > most) [found, most] = [index, size];
  }
  return found;
}

/** A cell as numpy would index it: `2, 3, 4`. */
export function placeText(index: number, shape: readonly number[]): string {
  return placeOf(index, shape).join(", ");
}

/**
 * The cell that an arrow key leads to: in its channel by one row or column, by Page up and Page down to the
 * same place in the next channel. Null for other keys, and at the border.
 */
export function cellBeside(index: number, shape: readonly number[], key: string): number | null {
  const map = mapOf(shape);
  const channel = channelOf(map, index);
  const inside = index % map.area;
  const [row, column] = [Math.floor(inside / map.columns), inside % map.columns];
  const moves: Record<string, readonly [channel: number, row: number, column: number]> = {
    ArrowLeft: [channel, row, column - 1],
    ArrowRight: [channel, row, column + 1],
    ArrowUp: [channel, row - 1, column],
    ArrowDown: [channel, row + 1, column],
    PageUp: [channel - 1, row, column],
    PageDown: [channel + 1, row, column],
  };
  const to = moves[key];
  if (to === undefined) return null;
  const [toChannel, toRow, toColumn] = to;
  if (toChannel < 0 || toChannel >= map.channels) return null;
  if (toRow < 0 || toColumn < 0 || toColumn >= map.columns) return null;
  const cell = toRow * map.columns + toColumn;
  return cell < map.area ? toChannel * map.area + cell : null;
}

/** The indices that lie in a channel, counted from its first value. */
export function withinChannel(
  indices: ArrayLike<number>,
  map: TensorMap,
  channel: number,
): number[] {
  const found = new Set<number>();
  for (let at = 0; at < indices.length; at += 1) {
    const index = value(indices, at);
    if (index >= 0 && channelOf(map, index) === channel) found.add(index % map.area);
  }
  return [...found];
}

/**
 * The weights that belong to one output of a layer: a filter, a row of a matrix. `first` and `step` lead back
 * to the whole tensor: value `i` of the slice is value `first + i` of it, or, for transposed convolutions,
 * whose outputs stand on the second axis, that of `index(i)`.
 */
export interface UnitSlice extends Slice {
  readonly index: (inside: number) => number;
  readonly inside: (index: number) => number | null;
}

/** @param like a vector of weights is laid out like what it is multiplied with, where that is an image */
export function unitSlice(
  kind: string,
  tensor: Slice,
  unit: number,
  groups: number,
  like: readonly number[] = [],
): UnitSlice {
  const { shape, values } = tensor;
  if (shape.length < 2) {
    return { shape, values, index: (inside) => inside, inside: (index) => index };
  }
  if (kind === "conv_transpose2d" && shape.length === 4) {
    return transposedUnit(tensor, unit, groups);
  }
  const inner = shape.slice(1);
  const size = sizeOf(inner);
  const first = unit * size;
  return {
    shape: inner.length === 1 && sizeOf(like) === size ? like : inner,
    values: Float64Array.from({ length: size }, (_, at) => value(values, first + at)),
    index: (at) => first + at,
    inside: (index) => (index >= first && index < first + size ? index - first : null),
  };
}

function transposedUnit({ shape, values }: Slice, unit: number, groups: number): UnitSlice {
  const [channels = 1, outputs = 1, height = 1, width = 1] = shape;
  const area = height * width;
  const inGroup = channels / groups;
  const firstChannel = Math.floor(unit / outputs) * inGroup;
  const index = (inside: number): number => {
    const channel = firstChannel + Math.floor(inside / area);
    return (channel * outputs + (unit % outputs)) * area + (inside % area);
  };
  return {
    shape: [inGroup, height, width],
    values: Float64Array.from({ length: inGroup * area }, (_, at) => value(values, index(at))),
    index,
    inside: (whole) => {
      const [channel = 0, output = 0] = placeOf(whole, shape);
      const isOwn = output === unit % outputs;
      const at = (channel - firstChannel) * area + (whole % area);
      return isOwn && at >= 0 && at < inGroup * area ? at : null;
    },
  };
}

/** How many outputs a parameter belongs to: units that can be looked at one by one. */
export function unitCount(kind: string, shape: readonly number[], groups: number): number {
  if (shape.length < 2) return 1;
  return kind === "conv_transpose2d" ? (shape[1] ?? 1) * groups : (shape[0] ?? 1);
}
