import { type ReactNode, useId, useMemo } from "react";
import { chartIndexUnder, drawSmallChart } from "@/draw/smallChart";
import type { Theme } from "@/draw/theme";
import { FigureCanvas } from "./canvas/FigureCanvas";
import { FigureTextContext } from "./canvas/figureText";
import type { Picture } from "./canvas/painter";
import { useTheme } from "./canvas/theme";
import styles from "./SmallChart.module.css";

export interface SmallLine {
  name: string;
  colour: (theme: Theme) => string;
  isDashed?: boolean;
  values: readonly (number | null)[];
}

export interface SmallFigure {
  x: readonly number[];
  lines: readonly SmallLine[];
  shaded?: readonly boolean[] | null;
  /** What a band stands for; in the legend where there is one. */
  shadedName?: string;
  fromZero?: boolean;
  /** What stands under the pointer, in words. */
  reading: (index: number) => string;
}

interface SmallChartProps {
  title: string;
  /** Keep the identity from render to render; null while there is nothing to draw. */
  figure: SmallFigure | null;
  /** What stands in its place while there is none. */
  absent: string;
  label: string;
  /** The figures in words, for those who do not see the picture. */
  summary: ReactNode;
  testId: string;
}

const noSources: readonly [] = [];

/** A small picture of a few lines, with its legend, and the values under the pointer. */
export function SmallChart({ title, figure, absent, label, summary, testId }: SmallChartProps) {
  const theme = useTheme();
  const textId = useId();
  const picture = useMemo<Picture<SmallFigure>>(
    () => ({
      read: () => figure,
      draw(context, shown, { width, height, theme: here, pointer }) {
        const view = {
          x: shown.x,
          lines: shown.lines.map(({ colour, isDashed = false, values }) => ({
            colour: colour(here),
            isDashed,
            values,
          })),
          shaded: shown.shaded ?? null,
          fromZero: shown.fromZero ?? false,
          pointer,
          width,
          height,
        };
        drawSmallChart(context, view, here);
        const under = chartIndexUnder(view);
        return {
          data: { points: shown.x.length },
          reading: under === null ? null : shown.reading(under),
        };
      },
    }),
    [figure],
  );
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {figure !== null && (
          <ul className={styles.legend}>
            {figure.lines.map(({ name, colour, isDashed }) => (
              <li key={name}>
                <Stroke colour={colour(theme)} isDashed={isDashed ?? false} />
                {name}
              </li>
            ))}
            {figure.shadedName !== undefined && figure.shaded?.includes(true) === true && (
              <li>
                <svg viewBox="0 0 12 10" width="12" height="10" aria-hidden>
                  <rect width="12" height="10" fill={theme.faint} opacity="0.25" />
                </svg>
                {figure.shadedName}
              </li>
            )}
          </ul>
        )}
      </figcaption>
      <div className={styles.picture}>
        <FigureTextContext value={figure === null ? undefined : textId}>
          <FigureCanvas picture={picture} sources={noSources} label={label} testId={testId} />
        </FigureTextContext>
        {figure === null && <p className={styles.absent}>{absent}</p>}
      </div>
      {figure !== null && (
        <div id={textId} className="visually-hidden">
          {summary}
        </div>
      )}
    </figure>
  );
}

function Stroke({ colour, isDashed }: { colour: string; isDashed: boolean }) {
  return (
    <svg viewBox="0 0 16 4" width="16" height="4" aria-hidden>
      <path
        d="M0 2H16"
        stroke={colour}
        strokeWidth="2"
        strokeDasharray={isDashed ? "4 3" : "none"}
      />
    </svg>
  );
}
