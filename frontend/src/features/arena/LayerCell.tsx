import { useCallback, useId, useMemo } from "react";
import type { NetworkNode } from "@/contracts";
import { drawWaiting } from "@/draw/axis";
import { checksum } from "@/draw/checksum";
import { cellBinUnder, drawCell, sharesBeyond } from "@/draw/comparison";
import { count, decimal, share } from "@/draw/format";
import { binFigures } from "@/draw/histogram";
import { familyColour } from "@/draw/theme";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import { FigureTextContext } from "@/ui/canvas/figureText";
import type { Picture } from "@/ui/canvas/painter";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { type Say, useWords } from "@/words";
import styles from "./Compared.module.css";
import type { CellFigure, ColumnFigures } from "./columns";

function pictureOf(
  figures: ColumnFigures,
  place: number,
  family: string,
  hasStep: boolean,
  say: Say<"arena">,
): Picture<CellFigure> {
  return {
    read: () => figures.figure(place),
    draw(context, { histogram, range }, { width, height, theme, pointer }) {
      const colour = familyColour(theme, family);
      const stepText = count(histogram.step);
      const { below, above } = sharesBeyond(histogram, range);
      const view = {
        histogram,
        range,
        colour,
        pointer,
        notes: hasStep ? [say("curves.atStep", { step: stepText }), stepText] : [],
        beyond: { below: written(below), above: written(above) },
        width,
        height,
      };
      drawCell(context, view, theme);
      const bin = cellBinUnder(view);
      return {
        data: {
          step: histogram.step,
          sampled: histogram.sampled,
          total: histogram.total,
          "counts-total": histogram.counts.reduce((sum, one) => sum + one, 0),
          counts: checksum(Float32Array.from(histogram.counts)),
          edges: checksum(histogram.edges),
          beyond: below + above,
          low: range[0],
          high: range[1],
          std: histogram.std ?? "",
          saturated: histogram.saturatedFraction ?? "",
          dead: histogram.deadFraction ?? "",
        },
        reading: bin === null ? null : say("grid.bin", { ...binFigures(histogram, bin) }),
      };
    },
    drawEmpty(context, { width, height, theme }) {
      drawWaiting(context, height - 14, width, theme);
    },
  };
}

/** "n = 52,800", or "n = 16,384 of 52,800" where only some values were counted. */
export function sizeOf(figure: CellFigure, say: Say<"arena">): string {
  const { sampled, total } = figure.histogram;
  return sampled === total
    ? say("grid.size", { sampled: count(sampled) })
    : say("grid.sizeOf", { sampled: count(sampled), total: count(total) });
}

/** What one layer of one variant puts out: its histogram, its spread, and how much of it is of no use. */
export function LayerCell({
  figures,
  place,
  node,
  family,
  variant,
}: {
  figures: ColumnFigures;
  place: number;
  node: NetworkNode | null;
  family: string;
  variant: { id: string; name: string };
}) {
  const say = useWords("arena");
  const picture = useMemo(
    () => pictureOf(figures, place, family, figures.moment === "now", say),
    [figures, place, family, say],
  );
  const sources = useMemo(() => [figures.source], [figures]);
  const figure = useMeasured(
    figures.source,
    useCallback(() => figures.figure(place), [figures, place]),
  );
  const textId = useId();
  if (node === null) return <div className={styles.noCell}>{say("grid.absent")}</div>;
  return (
    <div className={styles.cell}>
      <div className={styles.picture}>
        <FigureTextContext value={figure === null ? undefined : textId}>
          <FigureCanvas
            picture={picture}
            sources={sources}
            label={say("grid.cell", { node: node.id, variant: variant.name })}
            testId={`arena-cell-${variant.id}-${node.id}`}
          />
        </FigureTextContext>
      </div>
      <Caption figure={figure} />
      {figure !== null && (
        <span id={textId} className="visually-hidden">
          {say("grid.sentence", {
            variant: variant.name,
            node: node.id,
            step: count(figure.histogram.step),
            mean: figure.histogram.mean === null ? "–" : decimal(figure.histogram.mean),
            spread: figure.histogram.std === null ? "–" : decimal(figure.histogram.std),
            size: sizeOf(figure, say),
          })}
        </span>
      )}
    </div>
  );
}

function Caption({ figure }: { figure: CellFigure | null }) {
  const say = useWords("arena");
  if (figure === null) return <div className={styles.caption} />;
  const { std, saturatedFraction, deadFraction, nonFinite } = figure.histogram;
  return (
    <div className={styles.caption}>
      {nonFinite > 0 ? (
        <span data-finding="true">{say("grid.notFinite", { values: count(nonFinite) })}</span>
      ) : (
        <span>{std === null ? "" : say("grid.spread", { value: decimal(std) })}</span>
      )}
      {saturatedFraction !== null ? (
        <span title={say("grid.saturatedHint")}>
          {say("grid.saturated", { share: whole(saturatedFraction) })}
        </span>
      ) : (
        deadFraction !== null && (
          <span title={say("grid.deadHint")}>
            {say("grid.dead", { share: whole(deadFraction) })}
          </span>
        )
      )}
    </div>
  );
}

/** At least how much is beyond a range, where that is more than a hair. */
function written(value: number): string {
  return value < 0.0005 ? "" : `\u2265 ${whole(value)}`;
}

/** Per cent without decimals, except where that would say none or all of what is not. */
function whole(value: number): string {
  const rounded = Math.round(value * 100);
  const isExact = value === 0 || value === 1;
  return (rounded > 0 && rounded < 100) || isExact ? `${rounded} %` : share(value);
}
