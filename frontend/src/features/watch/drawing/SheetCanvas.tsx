import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useRef,
} from "react";
import { useStore } from "zustand";
import type { Preparation } from "@/contracts";
import { at } from "@/draw/array";
import { mix, parseColour } from "@/draw/colour";
import type { Ink, Place } from "@/draw/drawing/ink";
import type { SampleImage } from "@/draw/sample";
import type { Theme } from "@/draw/theme";
import { cancelFrame, requestFrame } from "@/ui/canvas/frame";
import { useTheme } from "@/ui/canvas/theme";
import { useWords } from "@/words";
import styles from "./DrawView.module.css";
import {
  beginStroke,
  clearSheet,
  endStroke,
  goOn,
  hideCursor,
  inkOf,
  moveCursor,
  setPen,
  sheetStore,
  undoMark,
} from "./sheet";

/** How far an arrow moves the keyboard's pen, as a share of the sheet; with Shift, and without. */
const FINE = 1 / 96;
const COARSE = 1 / 24;

const ARROWS: Record<string, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The sheet's points as the theme shows them: grey from the ground to ink, colours as they are. */
function pixelsOf(ink: Ink, ground: SampleImage | null, theme: Theme): ImageData {
  const { rows, columns, channels, cover, colour } = ink;
  const area = rows * columns;
  const none = parseColour(theme.background);
  const full = parseColour(theme.ink);
  const image = new ImageData(columns, rows);
  const level = (channel: number, point: number): number => {
    const inked = at(colour, channel * area + point);
    if (ground === null) return inked;
    const [, height, width] = ground.shape;
    const row = Math.floor((Math.floor(point / columns) * height) / rows);
    const column = Math.floor(((point % columns) * width) / columns);
    const below = at(ground.values, (channel * height + row) * width + column);
    return below * (1 - at(cover, point)) + inked;
  };
  for (let point = 0; point < area; point += 1) {
    const shown =
      channels === 3
        ? [level(0, point) * 255, level(1, point) * 255, level(2, point) * 255]
        : mix(none, full, level(0, point));
    image.data.set(shown, 4 * point);
    image.data[4 * point + 3] = 255;
  }
  return image;
}

/** Drawn on with a mouse, a finger or a pen, and with the keyboard. */
export function SheetCanvas({
  shape,
  preparation,
}: {
  shape: SampleImage["shape"];
  preparation: Preparation;
}) {
  const say = useWords("draw");
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const cursor = useStore(sheetStore, (state) => state.cursor);
  const { pen } = preparation;

  useEffect(() => {
    const paint = (): void => {
      const state = sheetStore.getState();
      const context = canvas.current?.getContext("2d");
      if (context == null || canvas.current === null) return;
      const ink = inkOf(state);
      canvas.current.width = ink.columns;
      canvas.current.height = ink.rows;
      context.putImageData(pixelsOf(ink, state.sample?.image ?? null, theme), 0, 0);
    };
    const request = (): void => {
      requestFrame(paint);
    };
    const end = sheetStore.subscribe((state, before) => {
      if (
        state.marks !== before.marks ||
        state.stroke !== before.stroke ||
        state.sample !== before.sample
      )
        request();
    });
    request();
    return () => {
      end();
      cancelFrame(paint);
    };
  }, [theme, shape]);

  function placeOf(event: Pick<globalThis.PointerEvent, "clientX" | "clientY">): Place {
    const box = canvas.current?.getBoundingClientRect();
    if (box === undefined) return { x: 0, y: 0 };
    return {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    };
  }

  function press(event: PointerEvent<HTMLCanvasElement>): void {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    hideCursor();
    beginStroke(placeOf(event), pen);
  }

  function move(event: PointerEvent<HTMLCanvasElement>): void {
    if (!event.isPrimary || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    // A fast hand moves several times between two frames.
    const between = event.nativeEvent.getCoalescedEvents();
    goOn((between.length > 0 ? between : [event]).map(placeOf));
  }

  function key(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    const from = cursor?.at ?? { x: 0.5, y: 0.5 };
    const clamp = (value: number): number => Math.max(0, Math.min(1, value));
    if (isUndo) undoMark();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (arrow !== undefined) {
      const length = event.shiftKey ? FINE : COARSE;
      moveCursor({ x: clamp(from.x + arrow.x * length), y: clamp(from.y + arrow.y * length) });
    } else if (event.key === " ") {
      if (!event.repeat) setPen(cursor?.isDown !== true, pen);
    } else if (event.key === "Delete" || event.key === "Backspace") clearSheet();
    else if (event.key === "Escape" && cursor !== null) hideCursor();
    else return;
    // These are the page's keys elsewhere.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      className={styles.paper}
      style={{ "--aspect": shape[2] / shape[1] } as CSSProperties}
      role="application"
      tabIndex={0}
      aria-label={say("sheet.label")}
      aria-roledescription={say("sheet.role")}
      data-testid="draw-paper"
      onKeyDown={key}
      onBlur={hideCursor}
    >
      <canvas
        ref={canvas}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={endStroke}
        onPointerCancel={endStroke}
      />
      {cursor !== null && (
        <i
          className={styles.cursor}
          data-down={cursor.isDown}
          style={{
            left: `${cursor.at.x * 100}%`,
            top: `${cursor.at.y * 100}%`,
            width: `${pen * 100}%`,
          }}
        />
      )}
      <EmptySheet />
    </div>
  );
}

/** What can be done, where nothing was done yet. */
function EmptySheet() {
  const say = useWords("draw");
  const isEmpty = useStore(
    sheetStore,
    (state) => state.sample === null && state.marks.length === 0 && state.stroke === null,
  );
  if (!isEmpty) return null;
  return <p className={styles.invitation}>{say("sheet.invitation")}</p>;
}
