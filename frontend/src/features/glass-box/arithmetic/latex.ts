/** Numbers and sums in LaTeX. */
import type { Terms } from "./cases";
import { value } from "./cases";

/** Four figures that matter: 0.2131, 12.40, 3.1·10⁻⁴. */
export function tex(number: number): string {
  if (Number.isNaN(number)) return "\\mathrm{NaN}";
  if (!Number.isFinite(number)) return number > 0 ? "\\infty" : "-\\infty";
  const size = Math.abs(number);
  if (size === 0) return "0";
  if (Number.isInteger(number) && size < 1e5) return String(number);
  if (size < 1e-3 || size >= 1e5) {
    const [mantissa, exponent] = number.toExponential(2).split("e");
    return `${mantissa ?? ""} \\cdot 10^{${Number(exponent)}}`;
  }
  return number.toPrecision(4);
}

/** As a factor or summand: what has a sign stands in parentheses. */
export function factor(number: number): string {
  const text = tex(number);
  return text.startsWith("-") || text.includes("cdot") ? `(${text})` : text;
}

/** How many terms are written out; the others stand in the row beside the formula. */
const WRITTEN = 4;

/** A sum of products, its first terms in full: `0.5 · (-0.2) + … (23 more)`. */
export function products({ x, w }: Terms): string {
  const written: string[] = [];
  // A margin's zeros say little; the formula shows terms that count, where there are any.
  const counting = [...x.keys()].filter((index) => value(x, index) !== 0);
  const shown = (counting.length > 0 ? counting : [...x.keys()]).slice(0, WRITTEN);
  for (const index of shown) {
    const own = factor(value(x, index));
    written.push(w === null ? own : `${factor(value(w, index))} \\cdot ${own}`);
  }
  const more = x.length - shown.length;
  if (more > 0) written.push(`\\underbrace{\\cdots}_{${more}}`);
  return written.join(" + ");
}
