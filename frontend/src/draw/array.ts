/** Reading arrays where the index is known to lie inside. */

/** `values[index]`, and an error instead of a silent NaN when the index lies outside. */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) {
    throw new RangeError(`index ${index}: expected 0 to ${values.length - 1}`);
  }
  return value;
}

/** The largest of `values`, `least` when there are none. Arrays may be longer than an argument list. */
export function largest(values: Iterable<number>, least = -Infinity): number {
  let result = least;
  for (const value of values) if (value > result) result = value;
  return result;
}

/** The smallest of `values`, `most` when there are none. */
export function smallest(values: Iterable<number>, most = Infinity): number {
  let result = most;
  for (const value of values) if (value < result) result = value;
  return result;
}
