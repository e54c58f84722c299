/**
 * The names the page uses for the types generated from the backend's OpenAPI document.
 *
 * The generated union of layer kinds is the server's at build time. The page learns the kinds from
 * the catalog at run time and edits any of them, so here a kind is a name with settings.
 */
import type { components } from "./api";

type Schemas = components["schemas"];

/** A kind with its settings: a loss, an optimizer, an initializer. */
export interface Component {
  kind: string;
  [setting: string]: unknown;
}

/** A layer in a network; without `inputs` it takes the node before it. */
export interface NetworkNode {
  id: string;
  kind: string;
  inputs?: string[] | null;
  [setting: string]: unknown;
}

export type DataSpec = Schemas["DataSpec"] & { dataset: string };

type Parts = "data" | "network" | "loss" | "optimizer" | "schedule";

/** A run as the page edits it: what the server may default is always written out. */
export type RunSpec = Omit<Schemas["RunSpec"], Parts> & {
  data: DataSpec;
  network: { nodes: NetworkNode[] };
  loss: Component;
  optimizer: Component;
  schedule?: Component;
};

export type Run = Omit<Schemas["Run"], "spec"> & { spec: RunSpec };
export type RunState = Schemas["RunState"];
export type Preset = Omit<Schemas["Preset"], "spec"> & { spec: RunSpec };
export type Catalog = Omit<Schemas["Catalog"], "presets"> & { presets: Preset[] };
export type CatalogEntry = Schemas["KindEntry"];
export type LayerEntry = Schemas["LayerEntry"];
export type DatasetEntry = Schemas["DatasetEntry"];
/** How a drawing becomes a sample of a data set. */
export type Preparation = Schemas["Preparation"];
export type NodeCheck = Schemas["CheckedNode"];
export type ParameterStart = Schemas["ParameterStart"];

/** Answers of the server carry every field; "optional" in the document means that it has a default. */
export type ErrorDetail = Required<Schemas["ErrorInfo"]>;
export type Mend = Schemas["Mend"];
/** What a run's diagnosis found wrong with it: it names node, value, threshold, and what would mend it. */
export type RunFinding = Schemas["RunFinding"];
/** A rule of the diagnosis, as the catalog lists it. */
export type DiagnosisEntry = Schemas["DiagnosisEntry"];
/** What a check found wrong in a document, and what would make it go. */
export type Finding = Required<Schemas["Finding"]>;
export type Memory = Schemas["Memory"];
export type CheckResult = Required<Omit<Schemas["NetworkCheck"], "errors">> & {
  errors: Finding[];
};
export type Samples = Schemas["Samples"];
/** Answers to samples, with the weights as they were at `step`; a number that is not finite is null. */
export type Prediction = Schemas["Prediction"];
export type ActivationCurve = Schemas["ActivationCurve"];
export type ScheduleCurve = Schemas["ScheduleCurve"];
export type SurfaceEntry = Schemas["SurfaceEntry"];
/** Where optimizers went on a surface. */
export type Descents = Schemas["Descents"];
export type DescentPath = Schemas["DescentPath"];
export type Source = Schemas["Source"];
export type SourcePiece = Schemas["SourcePiece"];
/** What the scratch engine's source is there for. */
export type SourceFamily = "layers" | "losses" | "optimizers";
