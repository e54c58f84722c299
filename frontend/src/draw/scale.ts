/** Scales from values to pixels, and the round numbers to label them with. */

export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** From a value to a pixel. */
  toPixel(value: number): number;
  /** From a pixel to a value. */
  toValue(pixel: number): number;
}

/** Straight from `domain` to `range`. A domain without extent maps to the middle of the range. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const [low, high] = domain;
  const [start, end] = range;
  const extent = high - low;
  return {
    domain,
    range,
    toPixel: (value) =>
      extent === 0 ? (start + end) / 2 : start + ((value - low) / extent) * (end - start),
    toValue: (pixel) => (end === start ? low : low + ((pixel - start) / (end - start)) * extent),
  };
}

/**
 * By powers of ten.
 *
 * @throws RangeError when the domain reaches zero or below
 */
export function logScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const [low, high] = domain;
  if (low <= 0 || high <= 0) {
    throw new RangeError(`domain: expected two positive numbers, received ${low} and ${high}`);
  }
  const inner = linearScale([Math.log10(low), Math.log10(high)], range);
  return {
    domain,
    range,
    toPixel: (value) => inner.toPixel(Math.log10(value)),
    toValue: (pixel) => 10 ** inner.toValue(pixel),
  };
}

/** The spacing of 1, 2 or 5 times a power of ten that puts at most `most` intervals into `extent`. */
export function niceSpacing(extent: number, most: number): number {
  if (!(extent > 0) || !Number.isFinite(extent)) return 1;
  const rough = extent / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Round numbers within [low, high], at most `most` + 1 of them, and their spacing. */
export function niceTicks(
  low: number,
  high: number,
  most: number,
): { ticks: number[]; spacing: number } {
  const spacing = niceSpacing(high - low, most);
  if (!(high > low)) return { ticks: [low], spacing };
  const ticks: number[] = [];
  const first = Math.ceil(low / spacing - 1e-9);
  const last = Math.floor(high / spacing + 1e-9);
  // Multiples of a whole number, so that no rounding error adds up and zero is exactly zero.
  for (let multiple = first; multiple <= last; multiple += 1) {
    ticks.push(multiple === 0 ? 0 : multiple * spacing);
  }
  return { ticks, spacing };
}

/** Powers of ten within [low, high], every n-th one so that at most `most` are left. */
export function logTicks(low: number, high: number, most: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const stride = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
  const ticks: number[] = [];
  // Read as text, since 10 ** -4 is not the number nearest to 0.0001.
  for (let exponent = first; exponent <= last; exponent += stride) {
    ticks.push(Number(`1e${exponent}`));
  }
  return ticks;
}
