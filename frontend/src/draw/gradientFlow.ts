/** How large the gradient is that arrives at each layer, on a scale of powers of ten. */
import { largest, smallest } from "./array";
import { crisp } from "./axis";
import { decimal, scientific } from "./format";
import { linearScale, logScale, logTicks, niceTicks, type Scale } from "./scale";
import { type Context, figureText, plainText, type Size, type Theme } from "./theme";

export interface FlowRow {
  readonly label: string;
  /** A norm of at least 0; null where none was measured. */
  readonly norm: number | null;
  readonly isSelected: boolean;
}

export interface FlowView extends Size {
  /** In the order of the forward pass. */
  readonly rows: readonly FlowRow[];
  /** Whether equal ratios are equally wide; else equal differences. */
  readonly isLogarithmic?: boolean;
}

/** A name with a line of its own. */
export interface LabelledRow {
  readonly label: string;
  readonly isSelected: boolean;
}

/** Decades shown at most: below, a bar is as good as empty. */
const mostDecades = 12;

/** Whole decades that hold every positive norm, three at least. */
export function flowDomain(norms: readonly number[]): [number, number] {
  const positive = norms.filter((norm) => norm > 0 && Number.isFinite(norm));
  if (positive.length === 0) return [1e-3, 1];
  const high = Math.ceil(Math.log10(largest(positive)) + 1e-9);
  const low = Math.floor(Math.log10(smallest(positive)) - 1e-9);
  const bottom = Math.max(Math.min(low, high - 3), high - mostDecades);
  return [10 ** bottom, 10 ** high];
}

export interface FlowGeometry {
  readonly x: Scale;
  readonly pitch: number;
  readonly thickness: number;
  readonly labelWidth: number;
}

const valueWidth = 56;
const axisHeight = 20;

export function flowGeometry(view: FlowView, labelWidth: number): FlowGeometry {
  const norms = view.rows.flatMap(({ norm }) => (norm === null ? [] : [norm]));
  const room = view.height - axisHeight;
  const pitch = Math.min(46, room / Math.max(1, view.rows.length));
  const range = [labelWidth, Math.max(labelWidth + 8, view.width - valueWidth)] as const;
  return {
    x:
      (view.isLogarithmic ?? true)
        ? logScale(flowDomain(norms), range)
        : linearScale([0, largest(norms, 0) || 1], range),
    pitch,
    thickness: Math.max(Math.min(3, pitch), Math.min(18, pitch * 0.56)),
    labelWidth,
  };
}

/** How wide the words before the bars are, within reason. */
export function measureLabels(
  context: Context,
  view: Size & { rows: readonly LabelledRow[] },
  theme: Theme,
): number {
  context.font = plainText(theme);
  const widest = largest(
    view.rows.map(({ label }) => context.measureText(label).width),
    0,
  );
  return Math.min(widest, view.width * 0.3) + 10;
}

/** A label cut to the room there is, in pixels. */
export function shorten(context: Context, label: string, room: number): string {
  if (context.measureText(label).width <= room) return label;
  let length = label.length - 1;
  while (length > 1 && context.measureText(`${label.slice(0, length)}…`).width > room) length -= 1;
  return `${label.slice(0, length)}…`;
}

/** Height that a row of words takes, in pixels. */
const wordsHeight = 12;

/**
 * Whether row `index` has its name and figure written beside it. Where rows are thinner than words, every
 * so many have; the selected one always has, and those that its words would cover have not.
 */
export function isWritten(rows: readonly LabelledRow[], index: number, pitch: number): boolean {
  const apart = Math.ceil(wordsHeight / Math.max(pitch, 0.1));
  const selected = rows.findIndex((row) => row.isSelected);
  if (index === selected) return true;
  if (selected !== -1 && Math.abs(index - selected) < apart) return false;
  return index % apart === 0;
}

export function drawGradientFlow(context: Context, view: FlowView, theme: Theme): void {
  const geometry = flowGeometry(view, measureLabels(context, view, theme));
  const { x, pitch, thickness } = geometry;
  const [start, end] = x.range;
  const bottom = pitch * view.rows.length;
  context.textBaseline = "middle";
  const isLogarithmic = view.isLogarithmic ?? true;
  const most = Math.max(2, (end - start) / 44);
  const ticks = isLogarithmic ? logTicks(...x.domain, most) : niceTicks(...x.domain, most).ticks;
  for (const tick of ticks) {
    const pixel = x.toPixel(tick);
    context.strokeStyle = theme.grid;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(crisp(pixel), 0);
    context.lineTo(crisp(pixel), bottom + 2);
    context.stroke();
    context.fillStyle = theme.faint;
    context.font = figureText(theme);
    context.textAlign = "center";
    context.fillText(isLogarithmic ? scientific(tick, 0) : decimal(tick), pixel, bottom + 12);
  }
  for (const [index, row] of view.rows.entries()) {
    const middle = pitch * (index + 0.5);
    const written = isWritten(view.rows, index, pitch);
    if (written) {
      context.font = plainText(theme);
      context.textAlign = "left";
      context.fillStyle = row.isSelected ? theme.ink : theme.soft;
      context.fillText(shorten(context, row.label, geometry.labelWidth - 8), 0, middle);
    }
    context.fillStyle = theme.grid;
    context.fillRect(start, middle - thickness / 2, end - start, thickness);
    if (row.norm !== null && row.norm > 0) {
      const length = Math.min(end, Math.max(start + 1, x.toPixel(row.norm))) - start;
      context.fillStyle = theme.accent;
      context.globalAlpha = row.isSelected ? 1 : 0.72;
      context.fillRect(start, middle - thickness / 2, length, thickness);
      context.globalAlpha = 1;
    }
    if (!written) continue;
    context.font = figureText(theme, 11);
    context.textAlign = "left";
    context.fillStyle = row.norm === null ? theme.faint : theme.ink;
    context.fillText(row.norm === null ? "–" : scientific(row.norm), end + 8, middle);
  }
}
