/** How long to wait before the next attempt to reconnect. */

/** The first wait, in milliseconds. */
const base = 250;
/** The longest wait, in milliseconds: a person who comes back should not wait for long. */
const ceiling = 10_000;

/**
 * Exponential backoff with jitter: half the wait is certain, half is drawn, so that the viewers of
 * one restarted server do not all return in the same instant.
 *
 * @param attempt 0 for the first attempt after a loss
 * @param random a number in [0, 1)
 * @returns milliseconds
 */
export function backoffDelay(attempt: number, random: number): number {
  const full = Math.min(ceiling, base * 2 ** Math.min(attempt, 30));
  return full / 2 + (full / 2) * random;
}
