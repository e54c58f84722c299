/** A convolution's weights as pictures, on the scale for signed values. */
import { at, largest } from "./array";
import { toCss } from "./colour";
import { divergingScale } from "./diverging";
import { type Context, type Point, type Size, type Theme } from "./theme";

/** Weights as (out, in, kernel height, kernel width), C order. */
export interface Filters {
  readonly shape: readonly [number, number, number, number];
  readonly weight: Float32Array;
}

/** Where each kernel lies. Kernel (output, input) has its corner at `tile(output, input)`. */
export interface MosaicLayout {
  /** The side of one weight, in pixels. */
  readonly cell: number;
  readonly gap: number;
  /** The whole mosaic, in pixels. */
  readonly width: number;
  readonly height: number;
  tile(output: number, input: number): Point;
}

const largestCell = 26;

/** As large as fits; whole pixels where there are enough, so that all cells look alike. */
function cellSize(
  { width, height }: Size,
  [columns, rows]: readonly [number, number],
  [kernelHeight, kernelWidth]: readonly [number, number],
  gap: number,
): number {
  const cell = Math.min(
    (width - (columns - 1) * gap) / (columns * kernelWidth),
    (height - (rows - 1) * gap) / (rows * kernelHeight),
    largestCell,
  );
  if (cell >= 2) return Math.floor(cell);
  return Math.max(0, Math.floor(cell * 2) / 2);
}

/** Filters of one input channel, in as many columns as make them largest. */
function gridLayout(shape: Filters["shape"], size: Size): MosaicLayout {
  const [outputs, , kernelHeight, kernelWidth] = shape;
  const gap = Math.min(size.width, size.height) < 80 ? 2 : 5;
  const choices = Array.from({ length: outputs }, (_, index) => {
    const columns = index + 1;
    const rows = Math.ceil(outputs / columns);
    return {
      columns,
      rows,
      cell: cellSize(size, [columns, rows], [kernelHeight, kernelWidth], gap),
    };
  });
  const most = largest(choices.map((choice) => choice.cell));
  // Full rows look calmer than large cells: among layouts of full rows that are not much smaller, the
  // widest; else the largest cells.
  const best =
    choices.findLast(({ columns, cell }) => outputs % columns === 0 && cell >= 0.65 * most) ??
    choices.findLast((choice) => choice.cell === most);
  const { columns, rows, cell } = best ?? { columns: 1, rows: outputs, cell: 0 };
  const stepX = cell * kernelWidth + gap;
  const stepY = cell * kernelHeight + gap;
  return {
    cell,
    gap,
    width: columns * stepX - gap,
    height: rows * stepY - gap,
    tile: (output) => ({
      x: (output % columns) * stepX,
      y: Math.floor(output / columns) * stepY,
    }),
  };
}

/** Filters of several input channels: one filter a column and one channel a row, or turned. */
function matrixLayout(shape: Filters["shape"], size: Size): MosaicLayout {
  const [outputs, inputs, kernelHeight, kernelWidth] = shape;
  const gap = kernelHeight * kernelWidth === 1 ? 0 : 2;
  const kernel = [kernelHeight, kernelWidth] as const;
  const upright = cellSize(size, [outputs, inputs], kernel, gap);
  const turned = cellSize(size, [inputs, outputs], kernel, gap);
  const isTurned = turned > upright;
  const cell = isTurned ? turned : upright;
  const stepX = cell * kernelWidth + gap;
  const stepY = cell * kernelHeight + gap;
  return {
    cell,
    gap,
    width: (isTurned ? inputs : outputs) * stepX - gap,
    height: (isTurned ? outputs : inputs) * stepY - gap,
    tile: (output, input) =>
      isTurned ? { x: input * stepX, y: output * stepY } : { x: output * stepX, y: input * stepY },
  };
}

export function mosaicLayout(shape: Filters["shape"], size: Size): MosaicLayout {
  return shape[1] === 1 ? gridLayout(shape, size) : matrixLayout(shape, size);
}

export interface FilterPlace {
  readonly output: number;
  readonly input: number;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** The weight under the pointer, or null. */
export function filterUnder(
  { shape, weight }: Filters,
  layout: MosaicLayout,
  pointer: Point,
): FilterPlace | null {
  const [outputs, inputs, kernelHeight, kernelWidth] = shape;
  for (let output = 0; output < outputs; output += 1) {
    for (let input = 0; input < inputs; input += 1) {
      const corner = layout.tile(output, input);
      const row = Math.floor((pointer.y - corner.y) / layout.cell);
      const column = Math.floor((pointer.x - corner.x) / layout.cell);
      if (row < 0 || column < 0 || row >= kernelHeight || column >= kernelWidth) continue;
      const place = ((output * inputs + input) * kernelHeight + row) * kernelWidth + column;
      return { output, input, row, column, value: at(weight, place) };
    }
  }
  return null;
}

export interface FiltersView extends Size {
  readonly filters: Filters;
  /** The value at full colour, on both sides of zero. */
  readonly limit: number;
  readonly pointer: Point | null;
}

export function drawFilters(context: Context, view: FiltersView, theme: Theme): void {
  const { filters, limit, pointer } = view;
  const { shape, weight } = filters;
  const [outputs, inputs, kernelHeight, kernelWidth] = shape;
  const layout = mosaicLayout(shape, view);
  const scale = divergingScale(limit, theme);
  const area = kernelHeight * kernelWidth;
  for (let output = 0; output < outputs; output += 1) {
    for (let input = 0; input < inputs; input += 1) {
      const corner = layout.tile(output, input);
      const first = (output * inputs + input) * area;
      for (let place = 0; place < area; place += 1) {
        context.fillStyle = toCss(scale.colour(at(weight, first + place)));
        context.fillRect(
          corner.x + (place % kernelWidth) * layout.cell,
          corner.y + Math.floor(place / kernelWidth) * layout.cell,
          layout.cell,
          layout.cell,
        );
      }
    }
  }
  const under = pointer === null ? null : filterUnder(filters, layout, pointer);
  if (under !== null) {
    const corner = layout.tile(under.output, under.input);
    context.strokeStyle = theme.ink;
    context.lineWidth = 1.5;
    context.strokeRect(
      corner.x - 0.75,
      corner.y - 0.75,
      kernelWidth * layout.cell + 1.5,
      kernelHeight * layout.cell + 1.5,
    );
  }
}

/** The first filters that fit into a strip, by their first input channel. */
export function filterStrip({ shape, weight }: Filters, size: Size, rows = 1): Filters {
  const [outputs, inputs, kernelHeight, kernelWidth] = shape;
  const gap = 2;
  const cell = Math.max(2, Math.floor((size.height - (rows - 1) * gap) / (rows * kernelHeight)));
  const columns = Math.floor((size.width + gap) / (cell * kernelWidth + gap));
  const shown = Math.max(1, Math.min(outputs, columns * rows));
  const area = kernelHeight * kernelWidth;
  const kept = new Float32Array(shown * area);
  for (let output = 0; output < shown; output += 1) {
    const start = output * inputs * area;
    kept.set(weight.subarray(start, start + area), output * area);
  }
  return { shape: [shown, 1, kernelHeight, kernelWidth], weight: kept };
}
