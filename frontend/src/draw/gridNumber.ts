/** Numbers for narrow cells, and the unit in which small or large ones are written. */

/** A number in as many figures as a cell so wide can take. */
export function gridNumber(value: number, width: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const decimals = width >= 44 ? 3 : 2;
  const shown = size >= 100 ? 0 : size >= 10 ? decimals - 2 : decimals - (size >= 1 ? 1 : 0);
  const text = value.toFixed(Math.max(0, shown));
  // Small is not nothing: "0" is written only for zero, "0.00" for what rounds to it; the colour has its sign.
  const plain = Number(text) === 0 ? text.replace("-", "") : text;
  // In the narrowest cells the point says enough, and a sign fits before it.
  const short = width < 33 ? plain.replace(/^(-?)0\./, "$1.") : plain;
  return short.replace("-", "−");
}

/** The power of ten by which figures are divided so that the largest lies between 1 and 1000; 1 where it does. */
export function unitOf(limit: number): number {
  if (!(limit > 0) || !Number.isFinite(limit)) return 1;
  if (limit >= 0.1 && limit < 1000) return 1;
  // Whole thousands are easier to think in, and 10⁻¹ helps nobody.
  return 10 ** (3 * Math.floor(Math.log10(limit * 1.0000001) / 3));
}

/** A unit as a person writes it: "×10⁻³"; empty for 1. */
export function unitText(unit: number): string {
  if (unit === 1) return "";
  const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const power = Math.round(Math.log10(unit));
  const raised = String(Math.abs(power)).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  return `×10${power < 0 ? "⁻" : ""}${raised}`;
}
