import { type KeyboardEvent, type PointerEvent, useMemo } from "react";
import { type Channels, channelUnder, channelsLayout, drawChannels } from "@/draw/channels";
import { count } from "@/draw/format";
import type { Context } from "@/draw/theme";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Frame, Marks } from "@/ui/canvas/painter";
import { useWords } from "@/words";
import type { Slice } from "./arithmetic/cases";
import styles from "./Figure.module.css";
import { mapOf } from "./maps";
import { useLiveView } from "./useLiveView";

interface Shown {
  channels: Channels;
  limit: number;
  selected: number;
}

function draw(context: Context, shown: Shown, frame: Frame): Marks {
  const layout = drawChannels(context, { ...shown, ...frame }, frame.theme);
  const under = frame.pointer === null ? null : channelUnder(shown.channels, layout, frame.pointer);
  return {
    data: { channels: shown.channels.count },
    reading: under === null ? null : String(under),
  };
}

/** All channels as small pictures; a click or an arrow key chooses the one that is shown large. */
export function ChannelStrip({
  slice,
  channel,
  limit,
  what,
  onChannel,
}: {
  slice: Slice;
  channel: number;
  limit: number;
  what: string;
  onChannel?: (channel: number) => void;
}) {
  const say = useWords("glass");
  const channels = useMemo<Channels>(() => {
    const map = mapOf(slice.shape);
    const { rows, columns } = map.isImage ? map : { rows: 1, columns: map.area };
    return { count: map.channels, rows, columns, values: slice.values };
  }, [slice]);
  const shown = useMemo(() => ({ channels, limit, selected: channel }), [channels, limit, channel]);
  const live = useLiveView(shown, draw);
  const last = channels.count - 1;
  const says = say("figure.channel", { channel: count(channel), channels: count(last) });

  function click(event: PointerEvent<HTMLDivElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    const layout = channelsLayout(channels, box);
    const pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
    const under = channelUnder(channels, layout, pointer);
    if (under !== null) onChannel?.(under);
  }

  function press(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChannel?.(Math.max(0, Math.min(last, channel + by)));
  }

  const canvas = (
    <FigureCanvas picture={live.picture} sources={live.sources} label={`${what}, ${says}`} />
  );
  return onChannel === undefined ? (
    <div className={styles.strip}>{canvas}</div>
  ) : (
    <div
      className={styles.strip}
      role="slider"
      tabIndex={0}
      aria-label={say("figure.channels", { what })}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={channel}
      aria-valuetext={says}
      data-choosable
      onClick={(event) => {
        click(event as PointerEvent<HTMLDivElement>);
      }}
      onKeyDown={press}
    >
      {canvas}
    </div>
  );
}
