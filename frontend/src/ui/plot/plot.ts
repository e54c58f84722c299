/** uPlot in the page's looks. Loaded with the first curve, not with the page. */
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { count, decimal, scientific, share, tickLabel } from "@/draw/format";
import type { Theme } from "@/draw/theme";
import type { PlotPoint, Stroke } from "./curveData";

/** uPlot names its scales in a `const enum`, which does not exist in files compiled one by one. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const logarithmic: Pick<uPlot.Scale, "distr"> = { distr: 3 };

export interface PlotOptions {
  readonly strokes: readonly Stroke[];
  readonly isLogarithmic: boolean;
  /** Values never leave this range: shares lie between 0 and 1. */
  readonly bounds: readonly [number, number] | null;
  /** Whether values are shares, and written in per cent. */
  readonly isShare: boolean;
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
  /** The step under the pointer, or null once it is gone. */
  onPoint(step: number | null, index: number | null): void;
}

function seriesLook(stroke: Stroke, theme: Theme): uPlot.Series {
  return {
    stroke: stroke.colour,
    width: stroke.width,
    ...(stroke.dash === undefined ? {} : { dash: [...stroke.dash] }),
    spanGaps: true,
    points:
      stroke.hasPoints === true
        ? {
            // Points that would touch are left to the line.
            show: (plot, series) => isRoomy(plot, series),
            size: 5,
            fill: stroke.colour,
            stroke: theme.panel,
            width: 1,
          }
        : { show: false },
  };
}

/** How far a logarithmic axis reaches. */
const mostDecades = 1e7;

function isRoomy(plot: uPlot, series: number): boolean {
  let measured = 0;
  for (const value of plot.data[series] ?? []) if (value != null) measured += 1;
  return measured * 11 < plot.bbox.width / devicePixelRatio;
}

function valueRange({ bounds, isLogarithmic }: PlotOptions): uPlot.Scale.Range {
  return (_plot, low, high) => {
    // uPlot hands over null before there are values.
    if (!Number.isFinite(low) || !Number.isFinite(high)) return isLogarithmic ? [0.1, 1] : [0, 1];
    if (isLogarithmic) {
      const bottom = 10 ** Math.floor(Math.log10(low));
      // A loss that diverges leaves at the top rather than flattening all that lies below.
      const top = 10 ** Math.ceil(Math.log10(high) + 1e-9);
      return [bottom, Math.min(top, bottom * mostDecades)];
    }
    const room = (high - low || Math.abs(high) || 1) * 0.06;
    if (bounds !== null) return [Math.max(bounds[0], low - room), Math.min(bounds[1], high + room)];
    // A loss is read against zero, unless it never comes near.
    return [low >= 0 && low < high * 0.5 ? 0 : low - room, high + room];
  };
}

function labels({ isLogarithmic, isShare }: PlotOptions): uPlot.Axis.Values {
  return (_plot, ticks, _axis, _space, spacing) =>
    ticks.map((tick: number | null) => {
      if (tick === null) return "";
      if (isShare) return `${Math.round(tick * 1000) / 10} %`;
      if (!isLogarithmic) return tickLabel(tick, spacing);
      // Between whole powers of ten the lines speak for themselves.
      return Math.abs(Math.log10(tick) % 1) < 1e-9 ? scientific(tick, 0) : "";
    });
}

export function createPlot(host: HTMLElement, options: PlotOptions): uPlot {
  const { theme, isLogarithmic } = options;
  const font = `10.5px ${theme.figureFont}`;
  const axis: uPlot.Axis = {
    stroke: theme.faint,
    font,
    grid: { stroke: theme.grid, width: 1 },
    ticks: { show: false },
    border: { show: false },
  };
  return new uPlot(
    {
      width: options.width,
      height: options.height,
      padding: [8, 16, 0, 0],
      legend: { show: false },
      scales: {
        x: { time: false },
        y: { ...(isLogarithmic ? logarithmic : {}), range: valueRange(options) },
      },
      axes: [
        { ...axis, size: 22, gap: 4, space: 70, values: (_plot, ticks) => ticks.map(count) },
        { ...axis, size: 42, gap: 6, space: 30, values: labels(options) },
      ],
      series: [{}, ...options.strokes.map((stroke) => seriesLook(stroke, theme))],
      cursor: {
        x: true,
        y: false,
        drag: { x: false, y: false, setScale: false },
        points: { size: 7, width: 1.5 },
      },
      hooks: {
        setCursor: [
          (plot) => {
            const index = plot.cursor.idx ?? null;
            const step = index === null ? null : (plot.data[0][index] ?? null);
            options.onPoint(step, index);
          },
        ],
      },
    },
    [[], ...options.strokes.map(() => [])],
    host,
  );
}

/** Every curve's value at the pointer's step or the last one before it, and where the pointer is. */
export function pointAt(plot: uPlot, index: number | null): PlotPoint | null {
  const step = index === null ? undefined : plot.data[0][index];
  if (index === null || step === undefined) return null;
  const values = plot.data.slice(1).map((column) => {
    for (let place = index; place >= 0; place -= 1) {
      const value = column[place];
      if (value != null) return value;
    }
    return null;
  });
  return { step, values, place: (plot.cursor.left ?? 0) / Math.max(1, plot.over.clientWidth) };
}

/** The figures under the pointer, written: the step, and for each curve its value or null. */
export interface PointFigures {
  readonly step: string;
  readonly values: readonly (string | null)[];
}

export function pointFigures(plot: uPlot, index: number, isShare: boolean): PointFigures | null {
  const [steps, ...columns] = plot.data;
  const step = steps[index];
  if (step === undefined) return null;
  return {
    step: count(step),
    values: columns.map((column) => {
      const value = column[index];
      return value == null ? null : isShare ? share(value) : decimal(value);
    }),
  };
}
