import { useContext, useEffect, useRef } from "react";
import type uPlot from "uplot";
import { checksum } from "@/draw/checksum";
import { type Say, useWords } from "@/words";
import { cancelFrame, requestFrame } from "../canvas/frame";
import { FigureTextContext } from "../canvas/figureText";
import { linkedStep } from "../canvas/linkedStep";
import type { VersionedSource } from "../canvas/merge";
import { useTheme } from "../canvas/theme";
import { type Curve, drawnValues, plotColumns, type PlotPoint, SmoothedLines } from "./curveData";
import styles from "./CurvePlot.module.css";
import type * as PlotModuleType from "./plot";
import type { PointFigures } from "./plot";

export interface CurvePlotProps {
  /** Keep the identity from render to render. */
  curves: readonly Curve[];
  /** Keep the identity as well. */
  sources: readonly VersionedSource[];
  isLogarithmic?: boolean;
  /** Weight of the past in smoothed curves, 0 to below 1. */
  smoothing: number;
  bounds?: readonly [number, number] | null;
  /** Whether values are shares, and written in per cent. */
  isShare?: boolean;
  /** Takes what stands under the pointer; left out, the plot says it in words itself. Keep the identity. */
  onPoint?: (point: PlotPoint | null) => void;
  /** The curves that stand out, by their places; null for none. Keep the identity. */
  focused?: readonly number[] | null;
  label: string;
  testId: string;
}

type PlotModule = typeof PlotModuleType;

/** How much is left of the curves behind those that stand out. */
const pale = 0.18;

/** "step 640 · training 0.12 · validation 0.20" */
function readPoint(
  { step, values }: PointFigures,
  names: readonly string[],
  say: Say<"ui">,
): string {
  const named = values.flatMap((value, place) =>
    value === null ? [] : [`${names[place] ?? ""} ${value}`],
  );
  return [say("plot.step", { step }), ...named].join(" · ");
}

interface Watched {
  end: () => void;
  focus: (places: readonly number[] | null) => void;
}

/** One plot and what keeps it up to date. */
function watch(
  host: HTMLElement,
  reading: HTMLElement,
  module: PlotModule,
  theme: Parameters<PlotModule["createPlot"]>[1]["theme"],
  {
    curves,
    sources,
    isLogarithmic = false,
    smoothing,
    bounds = null,
    isShare = false,
    onPoint,
  }: CurvePlotProps,
  say: Say<"ui">,
): Watched {
  const lines = new SmoothedLines();
  const names = curves.map(({ label }) => label);
  let drawn = -1;
  const owner = {};
  let isHere = false;
  const plot: uPlot = module.createPlot(host, {
    strokes: curves.map(({ stroke }) => stroke(theme)),
    isLogarithmic,
    bounds,
    isShare,
    theme,
    width: Math.max(host.clientWidth, 40),
    height: Math.max(host.clientHeight, 40),
    onPoint(step, index) {
      if (isHere) linkedStep.point(owner, step);
      const figures = index === null ? null : module.pointFigures(plot, index, isShare);
      if (onPoint === undefined) {
        reading.textContent = figures === null ? "" : readPoint(figures, names, say);
      } else {
        onPoint(module.pointAt(plot, index));
      }
    },
  });

  const refresh = (): void => {
    const version = sources.reduce((sum, source) => sum + source.version, 0);
    if (drawn === version || host.clientWidth === 0) return;
    drawn = version;
    // Many curves are drawn from fewer points each: all of them share one x.
    const points = Math.max(1, plot.bbox.width / devicePixelRatio);
    const { x, y } = plotColumns(curves, lines, {
      columns: curves.length > 4 ? points / 3 : points,
      weight: smoothing,
      isLogarithmic,
    });
    plot.setData([x, ...y]);
    host.dataset.points = String(x.length);
    host.dataset.step = String(x.at(-1) ?? "");
    host.dataset.drawn = y.map((column) => checksum(drawnValues(column))).join(" ");
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const request = (): void => {
    // Every redraw looks at every point: a long run is redrawn a little less often.
    const points = curves.reduce((sum, { read }) => sum + (read()?.length ?? 0), 0);
    timer ??= setTimeout(
      () => {
        timer = null;
        requestFrame(refresh);
      },
      Math.min(500, 40 + points / 10_000),
    );
  };
  const resize = (): void => {
    if (host.clientWidth === 0 || host.clientHeight === 0) return;
    plot.setSize({ width: host.clientWidth, height: host.clientHeight });
    drawn = -1;
    request();
  };
  const follow = (): void => {
    const step = linkedStep.value;
    if (isHere) return;
    const left = step === null ? -10 : plot.valToPos(step, "x");
    plot.setCursor({ left, top: step === null ? -10 : 0 }, true);
  };
  const enter = (): void => {
    isHere = true;
  };
  const leave = (): void => {
    isHere = false;
    linkedStep.release(owner);
  };
  plot.over.addEventListener("pointerenter", enter);
  plot.over.addEventListener("pointerleave", leave);
  const sizes = new ResizeObserver(() => {
    requestFrame(resize);
  });
  sizes.observe(host);
  const forgets = sources.map((source) => source.subscribe(request));
  const forgetLink = linkedStep.subscribe(follow);
  requestFrame(refresh);

  return {
    end() {
      for (const forget of forgets) forget();
      forgetLink();
      sizes.disconnect();
      if (timer !== null) clearTimeout(timer);
      cancelFrame(refresh);
      cancelFrame(resize);
      linkedStep.release(owner);
      plot.destroy();
    },
    focus(places) {
      for (const [place, series] of plot.series.entries()) {
        // A curve stands out by the others' paleness; the first series is the steps.
        series.alpha = places === null || places.includes(place - 1) ? 1 : pale;
      }
      plot.redraw(false, false);
    },
  };
}

/** Scalars over steps: every value that was measured, decimated without losing an extreme. */
export function CurvePlot(props: CurvePlotProps) {
  const { curves, sources, isLogarithmic, smoothing, bounds, isShare, onPoint } = props;
  const { focused = null, label, testId } = props;
  const say = useWords("ui");
  const host = useRef<HTMLDivElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const watched = useRef<Watched>(null);
  const theme = useTheme();
  const text = useContext(FigureTextContext);

  useEffect(() => {
    let isWanted = true;
    const start = (module: PlotModule): void => {
      if (!isWanted || host.current === null || reading.current === null) return;
      const shown = {
        curves,
        sources,
        smoothing,
        label,
        testId,
        ...(isLogarithmic === undefined ? {} : { isLogarithmic }),
        ...(bounds === undefined ? {} : { bounds }),
        ...(isShare === undefined ? {} : { isShare }),
        ...(onPoint === undefined ? {} : { onPoint }),
      };
      watched.current = watch(host.current, reading.current, module, theme, shown, say);
    };
    import("./plot").then(start, () => {
      if (reading.current !== null) {
        reading.current.textContent = say("plot.notLoaded");
      }
    });
    return () => {
      isWanted = false;
      watched.current?.end();
      watched.current = null;
    };
  }, [
    curves,
    sources,
    isLogarithmic,
    smoothing,
    bounds,
    isShare,
    onPoint,
    label,
    testId,
    theme,
    say,
  ]);

  useEffect(() => {
    watched.current?.focus(focused);
  }, [focused]);

  return (
    <div className={styles.frame}>
      <div
        ref={host}
        className={styles.plot}
        role="img"
        aria-label={label}
        aria-describedby={text}
        data-testid={testId}
      />
      <div ref={reading} className={styles.reading} aria-hidden />
    </div>
  );
}
