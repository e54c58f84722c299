/** The messages of `WS /api/runs/{id}/stream`, as the page uses them once decoded. */
import type { ErrorDetail, Run, RunFinding, RunState } from "@/contracts";
import type {
  ConfusionProbe,
  FeatureMapsProbe,
  SignalPropagationProbe,
  UnitSurfacesProbe,
  WorstSamplesProbe,
} from "./lookingProbes";

export interface Envelope {
  /** Per run, increasing by one. */
  readonly seq: number;
  /** The training step the message speaks of. */
  readonly step: number;
}

export interface Hello extends Envelope {
  readonly type: "hello";
  readonly run: Run;
  readonly lastSeq: number;
}

/** Rows of scalars: row `i` was measured at `steps[i]`; NaN stands for "not measured in this row". */
export interface MetricsBlock {
  readonly steps: Uint32Array;
  readonly values: Readonly<Record<string, Float32Array>>;
}

/** The whole scalar history: it replaces whatever the viewer holds. */
export interface Snapshot extends Envelope {
  readonly type: "snapshot";
  readonly run: Run;
  readonly metrics: readonly MetricsBlock[];
}

export interface StateChange extends Envelope {
  readonly type: "state";
  readonly state: RunState;
  readonly reason: string | null;
  readonly epoch: number | null;
  readonly generation: number;
  readonly error: ErrorDetail | null;
}

export interface Metrics extends Envelope, MetricsBlock {
  readonly type: "metrics";
}

export type HistogramProbeName = "activation_histogram" | "weight_histogram" | "gradient_histogram";

/** Counts of measured values between edges that span their real range; `counts` sum to `sampled`. */
export interface HistogramFigure {
  /** k + 1 bin edges. */
  readonly edges: Float32Array;
  /** k counts. */
  readonly counts: Uint32Array;
  readonly mean: number | null;
  readonly std: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** How many values were counted, of `total` there were. */
  readonly sampled: number;
  readonly total: number;
  readonly zeroFraction: number | null;
  readonly saturatedFraction: number | null;
  readonly deadFraction: number | null;
  readonly nonFinite: number;
  readonly batch: number | null;
}

export interface HistogramProbe extends Envelope, HistogramFigure {
  readonly type: "probe";
  readonly probe: HistogramProbeName;
  readonly node: string;
  readonly parameter: string | null;
}

export interface ParameterGradient {
  readonly norm: number | null;
  readonly mean: number | null;
  readonly std: number | null;
  readonly maxAbs: number | null;
  /** ‖Δw‖ / ‖w‖ of the latest update; null where there was none. */
  readonly updateRatio: number | null;
}

export interface GradientStatsProbe extends Envelope {
  readonly type: "probe";
  readonly probe: "gradient_stats";
  readonly node: string;
  readonly parameter: null;
  readonly parameters: Readonly<Record<string, ParameterGradient>>;
}

export interface FiltersProbe extends Envelope {
  readonly type: "probe";
  readonly probe: "filters";
  readonly node: string;
  readonly parameter: null;
  /** (out, in, kernel height, kernel width) of the weights held here. */
  readonly shape: readonly [number, number, number, number];
  readonly weight: Float32Array;
  readonly low: number;
  readonly high: number;
  /** How many channels there are in all; `shape` may hold fewer. */
  readonly outChannels: number;
  readonly inChannels: number;
}

export interface DecisionSurfaceProbe extends Envelope {
  readonly type: "probe";
  readonly probe: "decision_surface";
  readonly node: string;
  readonly parameter: null;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** (classes, rows, columns); row 0 lies at the low end of y. */
  readonly shape: readonly [number, number, number];
  /** Class probabilities. */
  readonly values: Float32Array;
}

export type Probe =
  | HistogramProbe
  | GradientStatsProbe
  | FiltersProbe
  | DecisionSurfaceProbe
  | FeatureMapsProbe
  | ConfusionProbe
  | WorstSamplesProbe
  | SignalPropagationProbe
  | UnitSurfacesProbe;

/** A finding that came, changed or went; told whole each time. */
export type NoticedFinding = RunFinding & { readonly status: "found" | "changed" | "withdrawn" };

export interface Notice extends Envelope {
  readonly type: "notice";
  readonly level: "info" | "warning" | "error";
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly node: string | null;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** What the diagnosis found, where it is that. */
  readonly finding: NoticedFinding | null;
}

export type StreamMessage = Hello | Snapshot | StateChange | Metrics | Probe | Notice;
