/** Cells as formulas call them. */

/** `y_{2,0,3}`; a scalar has no index. */
export function cellName(letter: string, place: readonly number[]): string {
  return place.length === 0 ? letter : `${letter}_{${place.join(",")}}`;
}

/** The loss's derivative by a cell. */
export function byName(letter: string, place: readonly number[]): string {
  return `\\frac{\\partial L}{\\partial ${cellName(letter, place)}}`;
}
