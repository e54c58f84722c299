import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import {
  PANEL_LIMITS,
  type PanelName,
  resizePanel,
  usePreferences,
  usualSize,
} from "@/state/document";
import styles from "./Layout.module.css";

interface ResizerProps {
  panel: PanelName;
  /** The edge of the panel that moves. */
  edge: "left" | "right" | "top";
  label: string;
}

/** The movable edge of a panel: dragged, or moved with the arrow keys; a double click resets it. */
export function Resizer({ panel, edge, label }: ResizerProps) {
  const size = usePreferences((state) => state.sizes[panel]);
  const [dragging, setDragging] = useState(false);
  const from = useRef({ pointer: 0, size: 0 });
  const across = edge === "top";
  const sign = edge === "right" ? 1 : -1;
  const limits = PANEL_LIMITS[panel];

  function place(event: PointerEvent): number {
    return across ? event.clientY : event.clientX;
  }

  function key(event: KeyboardEvent): void {
    const grow = { left: "ArrowLeft", right: "ArrowRight", top: "ArrowUp" }[edge];
    const shrink = { left: "ArrowRight", right: "ArrowLeft", top: "ArrowDown" }[edge];
    if (event.key === grow) resizePanel(panel, size + 16);
    else if (event.key === shrink) resizePanel(panel, size - 16);
    else return;
    event.preventDefault();
  }

  return (
    <div
      className={styles.resizer}
      data-edge={edge}
      data-dragging={dragging || undefined}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={across ? "horizontal" : "vertical"}
      aria-valuenow={size}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { pointer: place(event), size };
        setDragging(true);
      }}
      onPointerMove={(event) => {
        if (dragging) {
          resizePanel(panel, from.current.size + sign * (place(event) - from.current.pointer));
        }
      }}
      onPointerUp={() => {
        setDragging(false);
      }}
      onPointerCancel={() => {
        setDragging(false);
      }}
      onDoubleClick={() => {
        resizePanel(panel, usualSize(panel));
      }}
      onKeyDown={key}
    />
  );
}
