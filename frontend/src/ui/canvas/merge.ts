/** Several sources as one. */
import type { Source } from "./painter";

export interface VersionedSource extends Source {
  /** Grows with every change. */
  readonly version: number;
}

/** Changes whenever one of them does. */
export function merge(sources: readonly VersionedSource[]): VersionedSource {
  return {
    get version() {
      return sources.reduce((sum, source) => sum + source.version, 0);
    },
    subscribe(listener) {
      const forgets = sources.map((source) => source.subscribe(listener));
      return () => {
        for (const forget of forgets) forget();
      };
    },
  };
}

/** Reads anew only after a change, so that the same figures are the same object. */
export function readOnChange<Figure>(source: VersionedSource, read: () => Figure): () => Figure {
  let held: { version: number; figure: Figure } | null = null;
  return () => {
    const { version } = source;
    if (held?.version !== version) held = { version, figure: read() };
    return held.figure;
  };
}
