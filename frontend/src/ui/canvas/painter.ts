/** Keeps one canvas up to date: its size, its visibility, the pointer over it, and what it shows. */
import type { Context, Point, Size, Theme } from "@/draw/theme";
import { cancelFrame, requestFrame } from "./frame";

export interface Frame extends Size {
  readonly theme: Theme;
  /** Where the pointer is, in the canvas; null when it is elsewhere. */
  readonly pointer: Point | null;
}

/** What a drawing leaves behind besides pixels. */
export interface Marks {
  /** `data-…` of the canvas's frame: the measured figures behind the picture. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** What stands under the pointer, in words. */
  readonly reading?: string | null;
  /** The figures in words, where no text beside the picture has them. */
  readonly description?: string;
}

export interface Picture<Figure> {
  /** What is drawn: the same object as long as nothing changed, null where nothing was measured. */
  readonly read: () => Figure | null;
  readonly draw: (context: Context, figure: Figure, frame: Frame) => Marks;
  /** What stands in its place before the first measurement. */
  readonly drawEmpty?: (context: Context, frame: Frame) => void;
}

export interface Source {
  subscribe(listener: () => void): () => void;
}

export class Painter<Figure> {
  private drawn: Figure | null | undefined = undefined;
  private isStale = true;
  private isSeen = true;
  private pointer: Point | null = null;
  private named: string[] = [];
  private readonly endings: (() => void)[] = [];

  constructor(
    private readonly host: HTMLElement,
    private readonly canvas: HTMLCanvasElement,
    private readonly reading: HTMLElement,
    private readonly picture: Picture<Figure>,
    private readonly theme: Theme,
    sources: readonly Source[],
    /** Sources whose change means another picture of the same figure. */
    links: readonly Source[],
  ) {
    for (const source of sources) this.endings.push(source.subscribe(this.request));
    for (const link of links) this.endings.push(link.subscribe(this.invalidate));
    this.watchSize();
    this.watchPointer();
    void document.fonts.ready.then(this.invalidate);
    this.invalidate();
  }

  dispose(): void {
    cancelFrame(this.paint);
    for (const end of this.endings) end();
  }

  private readonly request = (): void => {
    requestFrame(this.paint);
  };

  private readonly invalidate = (): void => {
    this.isStale = true;
    requestFrame(this.paint);
  };

  private watchSize(): void {
    const sizes = new ResizeObserver(this.invalidate);
    sizes.observe(this.host);
    const sight = new IntersectionObserver((entries) => {
      this.isSeen = entries.at(-1)?.isIntersecting ?? true;
      if (this.isSeen) this.request();
    });
    sight.observe(this.host);
    this.endings.push(() => {
      sizes.disconnect();
      sight.disconnect();
    });
  }

  private watchPointer(): void {
    const move = (event: PointerEvent): void => {
      this.pointer = { x: event.offsetX, y: event.offsetY };
      this.invalidate();
    };
    const leave = (): void => {
      this.pointer = null;
      this.invalidate();
    };
    this.canvas.addEventListener("pointermove", move);
    this.canvas.addEventListener("pointerleave", leave);
    this.endings.push(() => {
      this.canvas.removeEventListener("pointermove", move);
      this.canvas.removeEventListener("pointerleave", leave);
    });
  }

  private readonly paint = (): void => {
    const width = this.host.clientWidth;
    const height = this.host.clientHeight;
    if (!this.isSeen || width === 0 || height === 0) return;
    const figure = this.picture.read();
    if (!this.isStale && figure === this.drawn) return;
    const context = this.canvas.getContext("2d");
    if (context === null) return;
    this.isStale = false;
    this.drawn = figure;
    // Twice the pixels also on coarse screens: the graph can be zoomed.
    const density = Math.max(2, devicePixelRatio);
    const pixelWidth = Math.round(width * density);
    const pixelHeight = Math.round(height * density);
    if (this.canvas.width !== pixelWidth || this.canvas.height !== pixelHeight) {
      this.canvas.width = pixelWidth;
      this.canvas.height = pixelHeight;
    }
    context.reset();
    context.scale(density, density);
    const frame = { width, height, theme: this.theme, pointer: this.pointer };
    if (figure === null) {
      this.picture.drawEmpty?.(context, frame);
      this.mark({});
    } else {
      this.mark(this.picture.draw(context, figure, frame));
    }
  };

  private mark({ data = {}, reading = null, description = "" }: Marks): void {
    for (const name of this.named) if (!(name in data)) this.host.removeAttribute(`data-${name}`);
    this.named = Object.keys(data);
    for (const [name, value] of Object.entries(data)) {
      this.host.setAttribute(`data-${name}`, String(value));
    }
    this.reading.textContent = reading ?? "";
    if (description === "") this.host.removeAttribute("aria-description");
    else this.host.setAttribute("aria-description", description);
  }
}
