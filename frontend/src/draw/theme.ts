/** What a drawing needs to know of the page's looks: plain values, read from CSS by whoever draws. */

export interface Theme {
  readonly isDark: boolean;
  readonly background: string;
  readonly panel: string;
  readonly line: string;
  readonly grid: string;
  /** Text, in three strengths. */
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  /** What acts and what is selected. */
  readonly accent: string;
  readonly warning: string;
  /** The ends and the middle of the one scale for signed values. */
  readonly negative: string;
  readonly zero: string;
  readonly positive: string;
  /** The hue of each layer family. */
  readonly families: Readonly<Record<string, string>>;
  /** Font families of words and of figures. */
  readonly textFont: string;
  readonly figureFont: string;
}

export type Context = CanvasRenderingContext2D;

/** The place a drawing has, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function familyColour(theme: Theme, family: string | null): string {
  return (family === null ? undefined : theme.families[family]) ?? theme.accent;
}

export function figureText(theme: Theme, size = 10.5): string {
  return `${size}px ${theme.figureFont}`;
}

export function plainText(theme: Theme, size = 11): string {
  return `${size}px ${theme.textFont}`;
}
