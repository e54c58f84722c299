import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from "react";
import { type Ground, mapScales } from "@/draw/descentMap";
import { threeFigures } from "@/draw/format";
import type { Size } from "@/draw/theme";
import { descentStore, moveStart, useDescents } from "@/state/descents";
import { Formula } from "@/ui";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import { useWords } from "@/words";
import styles from "./Descents.module.css";
import { mapPicture } from "./mapPicture";
import { useSize } from "./useSize";
import type { Found } from "./useWays";

const sources = [descentStore];

/** The surface from above, the ways over it, and the start, which can be moved. */
export function DescentMap({ found }: { found: Found }) {
  const say = useWords("descents");
  const { surface, ground, ways, problem } = found;
  const step = useDescents(({ shown }) => shown);
  const plane = useRef<HTMLDivElement>(null);
  const size = useSize(plane);
  // The parts, since the whole is made anew in every render.
  const picture = useMemo(
    () => mapPicture({ surface, ground, ways, problem: null }, say),
    [surface, ground, ways, say],
  );

  function startUnder(event: PointerEvent<HTMLDivElement>): void {
    if (ground === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scales = mapScales(ground.grid, box);
    moveStart(
      scales.x.toValue(event.clientX - box.left),
      scales.y.toValue(event.clientY - box.top),
    );
  }

  return (
    <section className={styles.map} aria-label={surface?.title}>
      <div className={styles.about}>
        {surface !== undefined && <Formula latex={surface.formula} />}
        <p className={styles.sentence}>{surface?.sentence}</p>
      </div>
      <div
        ref={plane}
        className={styles.plane}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          startUnder(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) startUnder(event);
        }}
      >
        <FigureCanvas
          picture={picture}
          sources={sources}
          label={say("map", { surface: surface?.title ?? "", count: ways.length, step })}
          testId="descents-map"
        />
        {ground === null && <p className={styles.absent}>{problem ?? say("waiting")}</p>}
        {ground !== null && size !== null && <StartHandle ground={ground} size={size} />}
      </div>
      <p className={styles.hint} role={problem === null ? undefined : "alert"}>
        {problem ?? say("mapHint")}
      </p>
    </section>
  );
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** The start as a handle: dragged with the plane under it, or moved by arrow keys. */
function StartHandle({ ground, size }: { ground: Ground; size: Size }) {
  const say = useWords("descents");
  const [x, y] = useDescents(({ start }) => start);
  const scales = mapScales(ground.grid, size);

  function press(event: KeyboardEvent): void {
    const direction = DIRECTIONS[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const share = event.shiftKey ? 0.1 : 0.01;
    const { grid } = ground;
    moveStart(
      x + direction[0] * share * (grid.x[1] - grid.x[0]),
      y + direction[1] * share * (grid.y[1] - grid.y[0]),
    );
  }

  return (
    <button
      type="button"
      className={styles.handle}
      style={{ left: scales.x.toPixel(x), top: scales.y.toPixel(y) }}
      aria-label={say("handle", { x: threeFigures(x), y: threeFigures(y) })}
      data-testid="descents-start"
      onKeyDown={press}
    />
  );
}
