import {
  type DescentView,
  drawContours,
  drawLegend,
  drawMapAxes,
  drawWays,
  type Ground,
  gridPointUnder,
  groundPixels,
  mapScales,
  pointUnder,
} from "@/draw/descentMap";
import { threeFigures } from "@/draw/format";
import type { Size, Theme } from "@/draw/theme";
import { descentStore } from "@/state/descents";
import type { Picture } from "@/ui/canvas/painter";
import type { Say } from "@/words";
import type { Found, MeasuredWay } from "./useWays";

/** What is drawn at one moment. */
interface Moment {
  readonly ground: Ground;
  readonly step: number;
}

/** The filled map is drawn once for a size and a theme, and copied at every step. */
class GroundImage {
  private drawn: { ground: Ground; theme: Theme; size: Size } | null = null;
  private readonly canvas = document.createElement("canvas");

  of(ground: Ground, theme: Theme, size: Size): HTMLCanvasElement {
    const isSame =
      this.drawn?.ground === ground &&
      this.drawn.theme === theme &&
      this.drawn.size.width === size.width &&
      this.drawn.size.height === size.height;
    if (!isSame) {
      this.drawn = { ground, theme, size };
      this.canvas.width = size.width;
      this.canvas.height = size.height;
      const context = this.canvas.getContext("2d");
      const image = context?.createImageData(size.width, size.height);
      if (context && image) {
        image.data.set(groundPixels(ground, size, theme));
        context.putImageData(image, 0, 0);
      }
    }
    return this.canvas;
  }
}

/** Where a way is at a step, or at its last one where it has ended before. */
function wayInWords(way: MeasuredWay, step: number, say: Say<"descents">): string {
  const index = Math.min(step, way.x.length - 1);
  return say("readingWay", {
    title: way.title,
    step: index,
    x: threeFigures(way.x[index] ?? NaN),
    y: threeFigures(way.y[index] ?? NaN),
    value: threeFigures(way.value[index] ?? NaN),
  });
}

function readingAt(
  ways: readonly MeasuredWay[],
  { ground, step }: Moment,
  frame: Size & { pointer: { x: number; y: number } | null },
  say: Say<"descents">,
): string | null {
  const { pointer } = frame;
  if (pointer === null) return null;
  const scales = mapScales(ground.grid, frame);
  const near = pointUnder(ways, step, scales, pointer);
  if (near !== null) {
    const way = ways.find(({ kind }) => kind === near.way.kind);
    if (way !== undefined) return wayInWords(way, near.index, say);
  }
  const under = gridPointUnder(ground.grid, scales, pointer);
  return (
    under &&
    say("readingMap", {
      x: threeFigures(under.x),
      y: threeFigures(under.y),
      value: threeFigures(under.value),
    })
  );
}

/** The map with the ways up to the step that is shown; read anew at every step, without React. */
export function mapPicture(
  { ground, surface, ways }: Found,
  say: Say<"descents">,
): Picture<Moment> {
  const image = new GroundImage();
  let held: Moment | null = null;
  return {
    read() {
      const { shown } = descentStore.getState();
      if (ground === null) return null;
      if (held?.step !== shown) held = { ground, step: shown };
      return held;
    },
    draw(context, moment, frame) {
      const { theme } = frame;
      const view: DescentView = {
        ground: moment.ground,
        minima: surface?.minima ?? [],
        saddles: surface?.saddles ?? [],
        ways,
        step: moment.step,
        width: frame.width,
        height: frame.height,
      };
      const scales = mapScales(moment.ground.grid, frame);
      const [left, right] = scales.x.range;
      const [bottom, top] = scales.y.range;
      const size = {
        width: Math.max(1, Math.round((right - left) * 2)),
        height: Math.max(1, Math.round((bottom - top) * 2)),
      };
      const filled = image.of(moment.ground, theme, size);
      context.drawImage(filled, left, top, right - left, bottom - top);
      drawContours(context, moment.ground, scales, theme);
      drawMapAxes(context, scales, theme);
      drawLegend(context, moment.ground, scales, theme);
      const ends = drawWays(context, view, scales, theme);
      return {
        data: {
          step: moment.step,
          frame: JSON.stringify([left, right, bottom, top]),
          ends: JSON.stringify(Object.fromEntries(ends.map(({ kind, x, y }) => [kind, [x, y]]))),
        },
        reading: readingAt(ways, moment, frame, say),
        description: ways.map((way) => wayInWords(way, moment.step, say)).join("; "),
      };
    },
  };
}
