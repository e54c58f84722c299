/** What the pointer or the keyboard is at in one view, for whoever draws it. */

export class Pointed<Place> {
  private current: Place | null = null;
  private readonly listeners = new Set<() => void>();

  get value(): Place | null {
    return this.current;
  }

  point(place: Place | null): void {
    if (JSON.stringify(place) === JSON.stringify(this.current)) return;
    this.current = place;
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
