/** For tests: a drawing context that keeps what was drawn, and the pixels of filled rectangles. */
import { parseColour, toCss } from "./colour";
import type { Context, Theme } from "./theme";

export interface Drawn {
  readonly action: string;
  readonly values: readonly unknown[];
  readonly fill: string;
  readonly stroke: string;
}

interface State {
  fillStyle: string;
  strokeStyle: string;
  [property: string]: unknown;
}

export class Recording {
  readonly drawn: Drawn[] = [];
  private readonly pixels: (string | undefined)[];
  readonly context: Context;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Array<string | undefined>(width * height);
    const state: State = { fillStyle: "", strokeStyle: "" };
    const record = (action: string) => {
      return (...values: unknown[]) => {
        this.drawn.push({ action, values, fill: state.fillStyle, stroke: state.strokeStyle });
        if (action === "fillRect") this.paint(values as number[], state.fillStyle);
      };
    };
    const target = new Proxy(state, {
      get(held, property) {
        if (typeof property !== "string") return undefined;
        if (property === "measureText") return (text: string) => ({ width: text.length * 6 });
        return property in held ? held[property] : record(property);
      },
    });
    this.context = target as unknown as Context;
  }

  /** The colour of a pixel, undefined where no rectangle was filled. */
  pixel(x: number, y: number): string | undefined {
    return this.pixels[y * this.width + x];
  }

  actions(name: string): Drawn[] {
    return this.drawn.filter(({ action }) => action === name);
  }

  texts(): string[] {
    return this.actions("fillText").map(({ values }) => String(values[0]));
  }

  private paint([left = 0, top = 0, width = 0, height = 0]: number[], colour: string): void {
    for (
      let y = Math.max(0, Math.round(top));
      y < Math.min(this.height, Math.round(top + height));
      y += 1
    ) {
      for (
        let x = Math.max(0, Math.round(left));
        x < Math.min(this.width, Math.round(left + width));
        x += 1
      ) {
        this.pixels[y * this.width + x] = colour.startsWith("#")
          ? toCss(parseColour(colour))
          : colour;
      }
    }
  }
}

export const testTheme: Theme = {
  isDark: false,
  background: "#f6f7f9",
  panel: "#ffffff",
  line: "#e3e6ea",
  grid: "#eef0f3",
  ink: "#1b2430",
  soft: "#4f5a68",
  faint: "#667180",
  accent: "#3457d5",
  warning: "#8f5200",
  negative: "#b35806",
  zero: "#eef0f2",
  positive: "#0877bd",
  families: { weights: "#3457d5" },
  textFont: "sans-serif",
  figureFont: "monospace",
};
