/** The language that the server is asked to answer in. Streams that are open ask again when it changes. */

/** A language tag, as in `Accept-Language`. */
let spoken = "en";
const listeners = new Set<() => void>();

export function locale(): string {
  return spoken;
}

export function setLocale(tag: string): void {
  if (tag === spoken) return;
  spoken = tag;
  for (const listener of listeners) listener();
}

/** Hears of every change; returns the end of it. */
export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
