/** How a wire shows the size of the gradient that arrives behind it: by its width, and by its colour as well. */

/** Decades from the thinnest wire to the widest: the same at every step, so that steps can be compared. */
export const flowDecades = { low: -6, high: 1 } as const;

const widths = { least: 1, most: 9 } as const;

export interface WireStroke {
  /** In pixels. */
  readonly width: number;
  /** From 0, next to nothing arrives, to 1; a colour's share. */
  readonly strength: number;
}

/** @param norm of a gradient, at least 0; one that is not finite is as wide as can be */
export function wireStroke(norm: number): WireStroke {
  const { low, high } = flowDecades;
  const decade = Number.isFinite(norm) ? Math.log10(norm) : high;
  const strength = Math.min(1, Math.max(0, (decade - low) / (high - low)));
  return { width: widths.least + strength * (widths.most - widths.least), strength };
}
