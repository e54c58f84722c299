import { type RefObject, useLayoutEffect, useState } from "react";
import type { Size } from "@/draw/theme";

/** The size of an element, as the canvas in it has it; null before it is laid out. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const read = (): void => {
      setSize({ width: watched.clientWidth, height: watched.clientHeight });
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(watched);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return size;
}
