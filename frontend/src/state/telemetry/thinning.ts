/**
 * A bounded history that stays spread over the whole run.
 *
 * Measurements come for as long as a run lasts; a picture of them over time has room for some dozens.
 * When the history is full, every second slice is let go and twice the distance is kept from then on.
 * The first slice (step 0) always stays, and the newest is always at hand.
 */

export interface Slice {
  readonly step: number;
}

export class ThinnedHistory<S extends Slice> {
  private kept: S[] = [];
  private newest: S | null = null;
  private gap = 0;

  /** @param capacity how many slices are kept besides the newest; at least 2 */
  constructor(private readonly capacity: number) {
    if (capacity < 2) throw new RangeError(`capacity: expected at least 2, received ${capacity}`);
  }

  get first(): S | null {
    return this.kept[0] ?? null;
  }

  get latest(): S | null {
    return this.newest;
  }

  /** The kept slices in order of step, the newest last. */
  slices(): readonly S[] {
    const last = this.kept.at(-1);
    if (this.newest === null || this.newest === last) return this.kept;
    return [...this.kept, this.newest];
  }

  /** Add a slice; one that is not later than the newest replaces nothing and is passed over. */
  add(slice: S): void {
    if (this.newest !== null && slice.step <= this.newest.step) return;
    this.newest = slice;
    const last = this.kept.at(-1);
    if (last !== undefined && slice.step - last.step < this.gap) return;
    if (this.kept.length === this.capacity) this.thin();
    const lastKept = this.kept.at(-1);
    if (lastKept === undefined || slice.step - lastKept.step >= this.gap) this.kept.push(slice);
  }

  private thin(): void {
    const first = this.kept[0];
    const last = this.kept.at(-1);
    if (first === undefined || last === undefined) return;
    this.gap = (2 * (last.step - first.step)) / (this.kept.length - 1);
    const thinned: S[] = [];
    for (const slice of this.kept) {
      const previous = thinned.at(-1);
      if (previous === undefined || slice.step - previous.step >= this.gap) thinned.push(slice);
    }
    this.kept = thinned;
  }
}
