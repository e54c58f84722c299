/** A picture whose view comes from React: drawn again when the view changes, without a new painter. */
import { useEffect, useMemo, useState } from "react";
import type { Context } from "@/draw/theme";
import type { Frame, Marks, Picture, Source } from "@/ui/canvas/painter";

class Live<View> implements Source {
  private readonly listeners = new Set<() => void>();

  constructor(private view: View) {}

  readonly read = (): View => this.view;

  set(view: View): void {
    this.view = view;
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

export interface LivePicture<View> {
  readonly picture: Picture<View>;
  readonly sources: readonly Source[];
}

/** @param draw must keep its identity: a function of the module, not of the component */
export function useLiveView<View>(
  view: View,
  draw: (context: Context, view: View, frame: Frame) => Marks,
): LivePicture<View> {
  const [live] = useState(() => new Live(view));
  useEffect(() => {
    live.set(view);
  }, [live, view]);
  return useMemo(() => ({ picture: { read: live.read, draw }, sources: [live] }), [live, draw]);
}
