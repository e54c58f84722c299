/** What a network makes of single samples, of classes and of the plane, as the page uses it once decoded. */
import type { Envelope } from "./messages";

interface OfNode extends Envelope {
  readonly type: "probe";
  readonly node: string;
  readonly parameter: null;
}

/** Pictures or vectors of one shape: what was sent of them, and what there was. */
export interface CompactFigure {
  /** As measured, to 0.05 %. */
  readonly values: Float32Array;
  /** The shape of `values`. */
  readonly shown: readonly number[];
  /** The shape of one picture or vector before anything was left out. */
  readonly shape: readonly number[];
  /** Each pixel shown is the mean of so many by so many. */
  readonly block: number;
  /** The range of the finite values; null where none is finite. */
  readonly low: number | null;
  readonly high: number | null;
}

export type Split = "train" | "validation";

/** What a node puts out for the pinned sample. */
export interface FeatureMapsProbe extends OfNode, CompactFigure {
  readonly probe: "feature_maps";
  /** The sample's place in its split. */
  readonly sample: number;
  readonly split: Split;
  readonly target: number;
  readonly predicted: number;
  /** One a class; null where the loss takes outputs for none. */
  readonly probabilities: Float32Array | null;
}

export interface ConfusionProbe extends OfNode {
  readonly probe: "confusion";
  readonly classes: number;
  /** (classes, classes): a row for each true class, a column for each predicted one. */
  readonly counts: Uint32Array;
  readonly samples: number;
}

/** The validation samples of the highest loss, the hardest first. */
export interface WorstSamplesProbe extends OfNode, CompactFigure {
  readonly probe: "worst_samples";
  /** Their places among the validation samples. */
  readonly samples: Uint32Array;
  readonly targets: Uint32Array;
  readonly predicted: Uint32Array;
  readonly losses: Float32Array;
  /** Of the predicted class, and of the one that it belongs to. */
  readonly probabilities: Float32Array | null;
  readonly targetProbabilities: Float32Array | null;
}

export type PropagationRule = "weighted_sum" | "normalised" | "gaussian";

export interface SignalPropagationProbe extends OfNode {
  readonly probe: "signal_propagation";
  readonly variance: number | null;
  readonly predicted: number | null;
  readonly inputSecondMoment: number | null;
  readonly fanIn: number | null;
  readonly weightVariance: number | null;
  readonly rule: PropagationRule | null;
  /** Where the rule stands. */
  readonly source: string | null;
  readonly sampled: number;
  readonly total: number;
  readonly batch: number;
}

export interface UnitSurfacesProbe extends OfNode {
  readonly probe: "unit_surfaces";
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** (units, rows, columns); row 0 lies at the low end of y. */
  readonly shape: readonly [number, number, number];
  readonly values: Float32Array;
  readonly low: number | null;
  readonly high: number | null;
  /** How many units there are; `shape` may hold fewer. */
  readonly units: number;
}
