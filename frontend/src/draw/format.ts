/** Figures as text. Minus is the true minus sign, as wide as a digit. */

const minus = "\u2212";

function signed(text: string): string {
  return text.replace("-", minus);
}

/** Not finite, in words that fit a cell; null for finite numbers. */
function special(value: number): string | null {
  if (Number.isNaN(value)) return "NaN";
  if (Number.isFinite(value)) return null;
  return value > 0 ? "∞" : `${minus}∞`;
}

/** 0.0312 → "3.1e-2": for figures whose magnitude is the message. */
export function scientific(value: number, digits = 1): string {
  return special(value) ?? (value === 0 ? "0" : signedMantissa(value.toExponential(digits)));
}

function signedMantissa(text: string): string {
  const plain = text.replace("e+", "e");
  return plain.startsWith("-") ? minus + plain.slice(1) : plain;
}

/** Three figures that matter: 0.213, 12.4, 1,240; very small and very large ones as 3.1e-4. */
export function decimal(value: number): string {
  const other = special(value);
  if (other !== null) return other;
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 1e-3 || size >= 1e5) return scientific(value);
  if (size >= 100) return signed(count(value));
  return signed(value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3));
}

/** Three figures whatever the size, for values that are held against each other: 0.0500, 0.0512, 12.0. */
export function threeFigures(value: number): string {
  const other = special(value);
  if (other !== null) return other;
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 1e-3 || size >= 1e5) return scientific(value, 2);
  return size >= 1000 ? signed(count(value)) : signed(value.toPrecision(3));
}

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** 52800 → "52,800" */
export function count(value: number): string {
  return special(value) ?? whole.format(value);
}

/** 0.624 → "62.4 %" */
export function share(value: number): string {
  return special(value) ?? `${(value * 100).toFixed(1)} %`;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

/** A tick's label with just the decimals its spacing needs: 0.25 apart → "0.50". */
export function tickLabel(value: number, spacing: number): string {
  const size = Math.max(Math.abs(value), Math.abs(spacing));
  if (value === 0) return "0";
  if (size >= 1e5 || Math.abs(spacing) < 1e-4) return scientific(value);
  let decimals = 0;
  while (decimals < 6 && !isWhole(spacing * 10 ** decimals)) decimals += 1;
  return signed(value.toFixed(decimals));
}
