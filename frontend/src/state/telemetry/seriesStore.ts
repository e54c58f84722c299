/** Every scalar of the run over time. */
import type { MetricsBlock } from "@/transport/messages";
import { ScalarSeries } from "./scalarSeries";

/** The scalars of the contract. */
export type ScalarName =
  | "train_loss"
  | "train_accuracy"
  | "validation_loss"
  | "validation_accuracy"
  | "learning_rate"
  | "gradient_norm"
  | "steps_per_second"
  | "samples_per_second"
  | "telemetry_share";

export class SeriesStore {
  private series = new Map<string, ScalarSeries>();
  private readonly listeners = new Set<() => void>();
  private changes = 0;
  private clearings = 0;
  /** What is shown while newer values come in unseen. */
  private held: ReadonlyMap<string, ScalarSeries> | null = null;

  get version(): number {
    return this.changes;
  }

  /** Increases whenever everything was cleared: what was derived from older values is then void. */
  get era(): number {
    return this.clearings;
  }

  get(name: ScalarName): ScalarSeries | null {
    return (this.held ?? this.series).get(name) ?? null;
  }

  /** The newest series, whatever is held. */
  live(name: ScalarName): ScalarSeries | null {
    return this.series.get(name) ?? null;
  }

  /** Show what is there now, until `release`; what comes meanwhile is kept all the same. */
  hold(): void {
    this.held = new Map([...this.series].map(([name, series]) => [name, series.copy()]));
    this.notify();
  }

  release(): void {
    if (this.held === null) return;
    this.held = null;
    this.notify();
  }

  append(block: MetricsBlock): void {
    for (const [name, values] of Object.entries(block.values)) {
      let series = this.series.get(name);
      if (series === undefined) {
        series = new ScalarSeries();
        this.series.set(name, series);
      }
      series.append(block.steps, values);
    }
    if (this.held === null) this.notify();
  }

  /**
   * Replace everything by the history a snapshot brings.
   *
   * Its blocks are grouped by which scalars were measured together, so that one scalar may be spread
   * over several blocks whose steps interleave.
   */
  replace(blocks: readonly MetricsBlock[]): void {
    this.series = new Map();
    this.held = null;
    this.clearings += 1;
    for (const block of blocks) this.append(block);
    for (const one of this.series.values()) one.sort();
    this.notify();
  }

  clear(): void {
    this.replace([]);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private notify(): void {
    this.changes += 1;
    for (const listener of this.listeners) listener();
  }
}
