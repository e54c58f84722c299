/** What was measured inside the nodes: the latest of each probe, its first, and histograms over time. */
import type {
  DecisionSurfaceProbe,
  FiltersProbe,
  GradientStatsProbe,
  HistogramProbe,
  HistogramProbeName,
  Probe,
} from "@/transport/messages";
import { ThinnedHistory } from "./thinning";

/** Slices of a histogram's history: enough for a picture, a bounded amount of memory. */
const sliceCapacity = 48;

type Name = Probe["probe"];

function key(probe: Name, node: string, parameter: string | null): string {
  return JSON.stringify([probe, node, parameter]);
}

interface Entry {
  latest: Probe;
  /** The measurement of step 0, where this page saw it. */
  initial: Probe | null;
  history: ThinnedHistory<HistogramProbe> | null;
}

/** An entry as it can be read; what is held does not change any more. */
interface Readable {
  readonly latest: Probe;
  readonly initial: Probe | null;
  readonly history: Pick<ThinnedHistory<HistogramProbe>, "slices"> | null;
}

/** The measurement of a name. */
type Of<Chosen extends Name> = Extract<Probe, { probe: Chosen }>;

function isHistogram(probe: Probe): probe is HistogramProbe {
  return probe.probe.endsWith("_histogram");
}

export class ProbeStore {
  private entries = new Map<string, Entry>();
  /** What is shown while newer measurements come in unseen. */
  private held: ReadonlyMap<string, Readable> | null = null;
  private readonly listeners = new Set<() => void>();
  private changes = 0;

  /** Increases with every change: whoever drew this version need not draw again. */
  get version(): number {
    return this.changes;
  }

  /** Latest wins: a measurement of the same or an older sequence number is passed over. */
  add(probe: Probe): void {
    const name = key(probe.probe, probe.node, probe.parameter);
    const entry = this.entries.get(name);
    if (entry !== undefined && probe.seq <= entry.latest.seq) return;
    const initial = probe.step === 0 ? probe : (entry?.initial ?? null);
    const history = isHistogram(probe)
      ? (entry?.history ?? new ThinnedHistory<HistogramProbe>(sliceCapacity))
      : null;
    if (isHistogram(probe)) history?.add(probe);
    this.entries.set(name, { latest: probe, initial, history });
    if (this.held === null) this.notify();
  }

  clear(): void {
    if (this.entries.size === 0) return;
    this.entries = new Map();
    this.held = null;
    this.notify();
  }

  /** Show what is there now, until `release`; what comes meanwhile is kept all the same. */
  hold(): void {
    this.held = new Map(
      [...this.entries].map(([name, { latest, initial, history }]) => {
        const slices = history === null ? undefined : [...history.slices()];
        return [
          name,
          { latest, initial, history: slices === undefined ? null : { slices: () => slices } },
        ];
      }),
    );
  }

  release(): void {
    if (this.held === null) return;
    this.held = null;
    this.notify();
  }

  private get shown(): ReadonlyMap<string, Readable> {
    return this.held ?? this.entries;
  }

  /** The newest measurement of a node, of a probe that has one for each. */
  latest<Chosen extends Name>(probe: Chosen, node: string): Of<Chosen> | null {
    const latest = this.shown.get(key(probe, node, null))?.latest;
    return latest?.probe === probe ? (latest as Of<Chosen>) : null;
  }

  /** The newest measurement of a probe that has one for the whole network, that of its last node. */
  ofNetwork<Chosen extends Name>(probe: Chosen): Of<Chosen> | null {
    for (const { latest } of this.shown.values()) {
      if (latest.probe === probe) return latest as Of<Chosen>;
    }
    return null;
  }

  histogram(
    probe: HistogramProbeName,
    node: string,
    parameter: string | null = null,
  ): HistogramProbe | null {
    const latest = this.shown.get(key(probe, node, parameter))?.latest;
    return latest !== undefined && isHistogram(latest) ? latest : null;
  }

  /** The histogram before training, where this page was there at step 0. */
  initialHistogram(
    probe: HistogramProbeName,
    node: string,
    parameter: string | null = null,
  ): HistogramProbe | null {
    const initial = this.shown.get(key(probe, node, parameter))?.initial ?? null;
    return initial !== null && isHistogram(initial) ? initial : null;
  }

  /** All histograms of one probe before training, where this page was there at step 0. */
  initialHistograms(probe: HistogramProbeName): HistogramProbe[] {
    return [...this.shown.values()].flatMap(({ initial }) =>
      initial !== null && isHistogram(initial) && initial.probe === probe ? [initial] : [],
    );
  }

  /** The histogram over time, oldest first, the newest last; empty before the first measurement. */
  histogramHistory(
    probe: HistogramProbeName,
    node: string,
    parameter: string | null = null,
  ): readonly HistogramProbe[] {
    return this.shown.get(key(probe, node, parameter))?.history?.slices() ?? [];
  }

  gradientStats(node: string): GradientStatsProbe | null {
    return this.latest("gradient_stats", node);
  }

  filters(node: string): FiltersProbe | null {
    return this.latest("filters", node);
  }

  /** The filters before training, where this page was there at step 0. */
  initialFilters(node: string): FiltersProbe | null {
    const initial = this.shown.get(key("filters", node, null))?.initial;
    return initial?.probe === "filters" ? initial : null;
  }

  /** There is one surface at most, that of the last node. */
  decisionSurface(): DecisionSurfaceProbe | null {
    return this.ofNetwork("decision_surface");
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
