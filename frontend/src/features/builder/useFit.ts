/** Keeps the whole network in view, until a person looks somewhere else. */
import { useReactFlow, type Viewport } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { MARGIN } from "./useFlow";

export const LEAST_ZOOM = 0.1;

interface Size {
  width: number;
  height: number;
}

export function useFit(layout: Size, view: Size) {
  const { setViewport } = useReactFlow();
  const following = useRef(true);
  const shown = useRef<Viewport | null>(null);

  function show(): void {
    const [width, height] = [
      view.width - 2 * MARGIN.side,
      view.height - MARGIN.top - MARGIN.bottom,
    ];
    const whole = Math.min(1, width / layout.width, height / layout.height);
    const zoom = Math.max(LEAST_ZOOM, whole);
    const calm = shown.current === null || matchMedia("(prefers-reduced-motion: reduce)").matches;
    shown.current = {
      zoom,
      x: MARGIN.side + (width - layout.width * zoom) / 2,
      y: MARGIN.top + (height - layout.height * zoom) / 2,
    };
    void setViewport(shown.current, { duration: calm ? 0 : 180 });
  }

  useEffect(() => {
    if (following.current) show();
    // The picture moves when its size or the view's changes, not with every new function.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [layout.width, layout.height, view.width, view.height]);

  return {
    now: () => {
      following.current = true;
      show();
    },
    /** A click on the background ends a "move" too; only one that went somewhere counts. */
    moved: ({ x, y, zoom }: Viewport) => {
      const at = shown.current;
      const far =
        at === null || Math.hypot(x - at.x, y - at.y) > 2 || Math.abs(zoom / at.zoom - 1) > 0.01;
      if (far) following.current = false;
    },
  };
}
