/** Measured figures as text: read from the stores a few times a second, never at their own rate. */
import { useCallback, useSyncExternalStore } from "react";
import type { Source } from "./painter";

/** People cannot read faster. */
const interval = 200;

/**
 * @param source the store that tells of changes
 * @param read gives the same object as long as nothing changed
 */
export function useMeasured<Figure>(source: Source, read: () => Figure): Figure {
  const subscribe = useCallback(
    (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | null = null;
      const forget = source.subscribe(() => {
        timer ??= setTimeout(() => {
          timer = null;
          listener();
        }, interval);
      });
      return () => {
        if (timer !== null) clearTimeout(timer);
        forget();
      };
    },
    [source],
  );
  return useSyncExternalStore(subscribe, read);
}
