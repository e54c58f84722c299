import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo } from "react";
import { checksum } from "@/draw/checksum";
import { decimal, threeFigures } from "@/draw/format";
import { unitOf, unitText } from "@/draw/gridNumber";
import {
  cellUnder,
  drawGrid,
  type Grid,
  gridLayout,
  type GridMargins,
  noMargins,
} from "@/draw/tensorGrid";
import type { Context } from "@/draw/theme";
import { formatShape } from "@/ui";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Frame, Marks } from "@/ui/canvas/painter";
import { DivergingLegend } from "@/ui/figures/DivergingLegend";
import { useWords } from "@/words";
import { type Slice, value } from "./arithmetic/cases";
import { ChannelStrip } from "./ChannelStrip";
import styles from "./Figure.module.css";
import { cellBeside, channelOf, gridOf, limitOf, mapOf, placeText, withinChannel } from "./maps";
import { useLiveView } from "./useLiveView";

export interface GridFigureProps {
  /** How formulas call it. */
  symbol: ReactNode;
  /** The same in plain letters: `y`, `dL/dx`. */
  letter: string;
  /** What it is, in words. */
  what: string;
  slice: Slice;
  /** The channel that is shown. */
  channel: number;
  onChannel?: (channel: number) => void;
  /** Cells that take part in what is looked at. */
  marks?: ArrayLike<number>;
  /** Where the window lies over the shown channel, its margin included. */
  places?: readonly (readonly [row: number, column: number])[];
  margins?: GridMargins;
  /** The cell that is looked at. */
  selected: number | null;
  onHover?: (cell: number | null) => void;
  onPin?: (cell: number) => void;
  /** The value at full colour; left out, the largest there is. */
  limit?: number;
  testId: string;
}

interface Shown {
  grid: Grid;
  first: number;
  shape: readonly number[];
  letter: string;
  limit: number;
  unit: number;
  marks: readonly number[];
  places: readonly (readonly [number, number])[];
  selected: number | null;
}

/** Draws the map, and says what stands under the pointer. */
function draw(context: Context, shown: Shown, frame: Frame): Marks {
  const { grid, first, shape, letter } = shown;
  const layout = drawGrid(context, { ...shown, ...frame }, frame.theme);
  const under = frame.pointer === null ? null : cellUnder(grid, layout, frame.pointer);
  return {
    data: {
      checksum: checksum(Float32Array.from(grid.values)),
      limit: shown.limit,
      marked: shown.places.length > 0 ? shown.places.length : shown.marks.length,
    },
    reading:
      under === null
        ? null
        : `${letter}[${placeText(first + under, shape)}] = ${threeFigures(value(grid.values, under))}`,
  };
}

const nothing: readonly number[] = [];
const nowhere: readonly (readonly [number, number])[] = [];

/** A tensor of one sample: one channel large, the others as small pictures, and the scale. */
export function GridFigure(props: GridFigureProps) {
  const { slice, channel, selected, letter, what, onPin, onHover } = props;
  const { marks = nothing, places = nowhere, margins = noMargins } = props;
  const say = useWords("glass");
  const map = useMemo(() => mapOf(slice.shape), [slice.shape]);
  const whole = useMemo(() => limitOf(slice.values), [slice.values]);
  const limit = props.limit ?? whole;
  const unit = unitOf(limit);
  const grid = useMemo(() => gridOf(slice, channel, margins), [slice, channel, margins]);
  const first = channel * map.area;
  const inChannel = selected !== null && channelOf(map, selected) === channel;
  const shown = useMemo<Shown>(
    () => ({
      grid,
      first,
      shape: slice.shape,
      letter,
      limit,
      unit,
      marks: withinChannel(marks, map, channel),
      places,
      selected: inChannel ? selected - first : null,
    }),
    [
      grid,
      first,
      slice.shape,
      letter,
      limit,
      unit,
      marks,
      map,
      channel,
      places,
      inChannel,
      selected,
    ],
  );
  const live = useLiveView(shown, draw);
  const range = useMemo(() => rangeOf(slice.values), [slice.values]);
  const says = say("figure.says", {
    what,
    shape: formatShape(slice.shape),
    low: decimal(range[0]),
    high: decimal(range[1]),
  });
  const chosen =
    selected === null
      ? null
      : say("figure.cell", {
          name: letter,
          place: placeText(selected, slice.shape),
          value: threeFigures(value(slice.values, selected)),
        });

  function under(event: PointerEvent<HTMLDivElement>): number | null {
    const box = event.currentTarget.getBoundingClientRect();
    const layout = gridLayout(grid, box);
    const cell = cellUnder(grid, layout, {
      x: event.clientX - box.left,
      y: event.clientY - box.top,
    });
    return cell === null ? null : first + cell;
  }

  function press(event: KeyboardEvent): void {
    if (selected === null || onPin === undefined) return;
    const to =
      event.key === "Enter" || event.key === " "
        ? selected
        : cellBeside(selected, slice.shape, event.key);
    if (to === null && !event.key.startsWith("Arrow") && !event.key.startsWith("Page")) return;
    // At the border the key does nothing, rather than something else.
    event.preventDefault();
    event.stopPropagation();
    // The channel follows the cell.
    if (to !== null) onPin(to);
  }

  const canvas = (
    <FigureCanvas
      picture={live.picture}
      sources={live.sources}
      label={chosen === null ? says : `${says} ${chosen}`}
      testId={`${props.testId}-map`}
    />
  );
  return (
    <figure
      className={styles.figure}
      data-testid={props.testId}
      data-cell={selected ?? undefined}
      data-value={selected === null ? undefined : value(slice.values, selected)}
      data-channel={channel}
      data-shape={slice.shape.join(",")}
    >
      <figcaption className={styles.caption}>
        <span className={styles.symbol} translate="no">
          {props.symbol}
        </span>
        <span className={styles.what}>{what}</span>
        <span className={styles.shape}>{formatShape(slice.shape)}</span>
      </figcaption>
      {onPin === undefined ? (
        <div className={styles.map}>{canvas}</div>
      ) : (
        <div
          className={styles.map}
          role="slider"
          tabIndex={0}
          aria-label={say("figure.chooses", { what })}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, slice.values.length - 1)}
          aria-valuenow={selected ?? 0}
          aria-valuetext={chosen ?? ""}
          data-choosable
          onPointerMove={(event) => onHover?.(under(event))}
          onPointerLeave={() => onHover?.(null)}
          onClick={(event) => {
            const cell = under(event as PointerEvent<HTMLDivElement>);
            if (cell !== null) onPin(cell);
          }}
          onKeyDown={press}
        >
          {canvas}
        </div>
      )}
      {map.channels > 1 && (
        <ChannelStrip
          slice={slice}
          channel={channel}
          limit={limit}
          what={what}
          {...(props.onChannel === undefined ? {} : { onChannel: props.onChannel })}
        />
      )}
      <div className={styles.legend}>
        <DivergingLegend limit={limit} />
        {unit !== 1 && (
          <span className={styles.unit}>{say("figure.unit", { unit: unitText(unit) })}</span>
        )}
      </div>
    </figure>
  );
}

function rangeOf(values: ArrayLike<number>): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < values.length; index += 1) {
    low = Math.min(low, value(values, index));
    high = Math.max(high, value(values, index));
  }
  return [low, high];
}
