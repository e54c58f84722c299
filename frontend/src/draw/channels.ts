/** The channels of a tensor as small pictures, all on one scale. */
import { at } from "./array";
import { toCss } from "./colour";
import { divergingScale } from "./diverging";
import { type Context, type Point, type Size, type Theme } from "./theme";

export interface Channels {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  /** Channel after channel, row after row. */
  readonly values: ArrayLike<number>;
}

export interface ChannelsLayout {
  /** How many pictures stand in a row, and the size of one. */
  readonly across: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

const largest = 34;
/** Room on all sides, so that the frame of a channel at the border is whole. */
const inset = 2;

/** As large as fits, however many there are. */
export function channelsLayout({ count, rows, columns }: Channels, size: Size): ChannelsLayout {
  const gap = count > 40 ? 2 : 4;
  let best = { across: 1, scale: 0 };
  for (let across = 1; across <= count; across += 1) {
    const down = Math.ceil(count / across);
    const scale = Math.min(
      (size.width - 2 * inset - gap * (across - 1)) / (across * columns),
      (size.height - 2 * inset - gap * (down - 1)) / (down * rows),
      largest / Math.max(rows, columns),
    );
    if (scale > best.scale) best = { across, scale };
  }
  return { across: best.across, width: best.scale * columns, height: best.scale * rows, gap };
}

export function channelUnder(
  channels: Channels,
  layout: ChannelsLayout,
  pointer: Point,
): number | null {
  const column = Math.floor((pointer.x - inset) / (layout.width + layout.gap));
  const row = Math.floor((pointer.y - inset) / (layout.height + layout.gap));
  if (column < 0 || row < 0 || column >= layout.across) return null;
  const channel = row * layout.across + column;
  return channel < channels.count ? channel : null;
}

export interface ChannelsView extends Size {
  readonly channels: Channels;
  readonly limit: number;
  readonly selected: number;
}

export function drawChannels(context: Context, view: ChannelsView, theme: Theme): ChannelsLayout {
  const { channels, limit, selected } = view;
  const { count, rows, columns, values } = channels;
  const layout = channelsLayout(channels, view);
  const scale = divergingScale(limit, theme);
  const cell = { width: layout.width / columns, height: layout.height / rows };
  for (let channel = 0; channel < count; channel += 1) {
    const left = inset + (channel % layout.across) * (layout.width + layout.gap);
    const top = inset + Math.floor(channel / layout.across) * (layout.height + layout.gap);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const value = at(values, (channel * rows + row) * columns + column);
        context.fillStyle = toCss(scale.colour(value));
        // A hair wider than it is, so that no seam shows between cells of broken sizes.
        context.fillRect(
          left + column * cell.width,
          top + row * cell.height,
          cell.width + 0.25,
          cell.height + 0.25,
        );
      }
    }
    if (channel !== selected) continue;
    context.strokeStyle = theme.accent;
    context.lineWidth = 2;
    context.strokeRect(left - 1, top - 1, layout.width + 2, layout.height + 2);
  }
  return layout;
}
