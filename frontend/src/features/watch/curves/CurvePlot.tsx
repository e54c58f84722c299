import { useEffect, useRef } from "react";
import type uPlot from "uplot";
import { series } from "@/state/telemetry/measurements";
import { cancelFrame, requestFrame } from "../canvas/frame";
import { useTheme } from "../canvas/theme";
import { linkedStep } from "../linkedStep";
import { type Curve, plotColumns, SmoothedLines } from "./curveData";
import styles from "./CurvePlot.module.css";
import type * as PlotModuleType from "./plot";

export interface CurvePlotProps {
  /** Keep the identity from render to render. */
  curves: readonly Curve[];
  isLogarithmic?: boolean;
  /** Weight of the past in smoothed curves, 0 to below 1. */
  smoothing: number;
  bounds?: readonly [number, number] | null;
  /** Whether values are shares, and written in per cent. */
  isShare?: boolean;
  label: string;
  testId: string;
}

type PlotModule = typeof PlotModuleType;

/** One plot and what keeps it up to date; returns how to end it. */
function watch(
  host: HTMLElement,
  reading: HTMLElement,
  module: PlotModule,
  theme: Parameters<PlotModule["createPlot"]>[1]["theme"],
  { curves, isLogarithmic = false, smoothing, bounds = null, isShare = false }: CurvePlotProps,
): () => void {
  const lines = new SmoothedLines();
  const names = curves.map(({ label }) => label);
  let drawn = -1;
  const owner = {};
  let isHere = false;
  const plot: uPlot = module.createPlot(host, {
    roles: curves.map(({ role }) => role),
    isLogarithmic,
    bounds,
    isShare,
    theme,
    width: Math.max(host.clientWidth, 40),
    height: Math.max(host.clientHeight, 40),
    onPoint(step, index) {
      if (isHere) linkedStep.point(owner, step);
      reading.textContent = index === null ? "" : module.describePoint(plot, index, names, isShare);
    },
  });

  const refresh = (): void => {
    if (drawn === series.version || host.clientWidth === 0) return;
    drawn = series.version;
    const { x, y } = plotColumns(series, curves, lines, {
      columns: Math.max(1, plot.bbox.width / devicePixelRatio),
      weight: smoothing,
      isLogarithmic,
    });
    plot.setData([x, ...y]);
    host.dataset.points = String(x.length);
    host.dataset.step = String(x.at(-1) ?? "");
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const request = (): void => {
    // Every redraw looks at every point: a long run is redrawn a little less often.
    const points = series.get("train_loss")?.length ?? 0;
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
  const forgetSeries = series.subscribe(request);
  const forgetLink = linkedStep.subscribe(follow);
  requestFrame(refresh);

  return () => {
    forgetSeries();
    forgetLink();
    sizes.disconnect();
    if (timer !== null) clearTimeout(timer);
    cancelFrame(refresh);
    cancelFrame(resize);
    linkedStep.release(owner);
    plot.destroy();
  };
}

/** Scalars over steps: every value that was measured, decimated without losing an extreme. */
export function CurvePlot(props: CurvePlotProps) {
  const { curves, isLogarithmic, smoothing, bounds, isShare, label, testId } = props;
  const host = useRef<HTMLDivElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const theme = useTheme();

  useEffect(() => {
    let end: (() => void) | null = null;
    let isWanted = true;
    const start = (module: PlotModule): void => {
      if (!isWanted || host.current === null || reading.current === null) return;
      end = watch(host.current, reading.current, module, theme, {
        curves,
        smoothing,
        label,
        testId,
        ...(isLogarithmic === undefined ? {} : { isLogarithmic }),
        ...(bounds === undefined ? {} : { bounds }),
        ...(isShare === undefined ? {} : { isShare }),
      });
    };
    import("./plot").then(start, () => {
      if (reading.current !== null) {
        reading.current.textContent = "The plot could not be loaded; reload the page.";
      }
    });
    return () => {
      isWanted = false;
      end?.();
    };
  }, [curves, isLogarithmic, smoothing, bounds, isShare, label, testId, theme]);

  return (
    <div className={styles.frame}>
      <div ref={host} className={styles.plot} role="img" aria-label={label} data-testid={testId} />
      <div ref={reading} className={styles.reading} aria-hidden />
    </div>
  );
}
