/** How figures are written, everywhere the same. */

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** 1327 → "1,327" */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** 2_345_678 → "2.3 M"; small counts in full. */
export function formatLarge(value: number): string {
  if (value < 10_000) return formatCount(value);
  const units: [number, string][] = [
    [1e12, "T"],
    [1e9, "G"],
    [1e6, "M"],
    [1e3, "k"],
  ];
  const [size, unit] = units.find(([least]) => value >= least) ?? [1, ""];
  const scaled = value / size;
  return `${scaled >= 100 ? scaled.toFixed(0) : scaled.toFixed(1)} ${unit}`;
}

/** 2_400_000 → "2.3 MiB" */
export function formatBytes(bytes: number): string {
  const units: [number, string][] = [
    [2 ** 40, "TiB"],
    [2 ** 30, "GiB"],
    [2 ** 20, "MiB"],
    [2 ** 10, "KiB"],
  ];
  const [size, unit] = units.find(([least]) => bytes >= least) ?? [1, "B"];
  const scaled = bytes / size;
  return `${size === 1 || scaled >= 100 ? scaled.toFixed(0) : scaled.toFixed(1)} ${unit}`;
}

/** [16, 8, 8] → "16×8×8" */
export function formatShape(shape: readonly number[]): string {
  return shape.join("×");
}

/** 0.0375 → "3.8 %" */
export function formatShare(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`;
}

/** A rate a second: whole above ten, one decimal below. */
export function formatRate(value: number): string {
  return value >= 10 ? formatCount(value) : value.toFixed(1);
}

/** A setting as a person would write it: 0.001, 1e-8, 100000. */
export function formatSetting(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1e-4) return value.toExponential().replace("e+", "e");
  return String(Number(value.toPrecision(12)));
}
