/** Colours as numbers: reading, mixing and writing them. */

/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];

/**
 * Read `#rgb`, `#rrggbb` or `rgb(r g b)` / `rgb(r, g, b)`.
 *
 * @throws RangeError for anything else: a colour that is not understood must not become black
 */
export function parseColour(text: string): Rgb {
  const hex = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text.trim());
  const digits = hex?.[2] ?? hex?.[1]?.replace(/./g, "$&$&");
  if (digits !== undefined) {
    const value = Number.parseInt(digits, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const parts = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(text.trim());
  if (parts === null) throw new RangeError(`colour: expected #rrggbb or rgb(), received "${text}"`);
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** From `from` (amount 0) to `to` (amount 1), straight through sRGB as CSS gradients go. */
export function mix(from: Rgb, to: Rgb, amount: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * amount,
    from[1] + (to[1] - from[1]) * amount,
    from[2] + (to[2] - from[2]) * amount,
  ];
}

export function toCss([red, green, blue]: Rgb, opacity = 1): string {
  const channels = `${Math.round(red)} ${Math.round(green)} ${Math.round(blue)}`;
  return opacity === 1 ? `rgb(${channels})` : `rgb(${channels} / ${opacity})`;
}

/** Relative luminance, 0 (black) to 1 (white): WCAG 2.2, "relative luminance". */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
