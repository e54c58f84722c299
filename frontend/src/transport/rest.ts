/** The HTTP calls of the page. Every failure becomes an `ApiError` that says what happened and how to mend it. */
import type {
  Catalog,
  CheckResult,
  Component,
  DataSpec,
  ErrorDetail,
  NetworkNode,
  Prediction,
  Run,
  RunSpec,
  Samples,
  Source,
  SourceFamily,
} from "@/contracts";
import { ApiError, Unexplained, Unreachable } from "./failures";
import { locale } from "./locale";

export { ApiError } from "./failures";

/** What `POST /api/networks/check` is asked: the loss is optional, an unfinished network is allowed. */
export interface NetworkQuestion {
  data: DataSpec;
  network: { nodes: NetworkNode[] };
  loss?: Component;
  optimizer?: Component;
  batch_size?: number | undefined;
  dtype?: string | undefined;
  frozen?: readonly string[] | undefined;
}

export interface SamplesQuery {
  dataset: string;
  split?: "train" | "validation";
  offset?: number;
  limit?: number;
  /** The run's seed: the split depends on it. */
  seed?: number;
  validationFraction?: number;
  options?: Readonly<Record<string, unknown>>;
}

export interface CreateRunOptions {
  /** Build the run and measure step 0, then wait before step 1. */
  paused?: boolean;
  /** What becomes of the run when nobody watches it any more. */
  unwatched?: "stop" | "continue";
  /** How many other runs are started with it, to share the processors evenly. */
  beside?: number;
}

export type Command =
  | { command: "pause" | "resume" | "stop" | "reset" }
  | { command: "step"; count: number }
  | ({ command: "set" } & LiveSettings);

/** What can be changed while a run trains; what is left out stays as it is. */
export interface LiveSettings {
  learning_rate?: number;
  /** The speed limit; null trains as fast as it can. */
  steps_per_second?: number | null;
  /** The place of the sample that feature maps are measured of. */
  pinned_sample?: number;
}

function isErrorDetail(value: unknown): value is ErrorDetail {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { code?: unknown }).code === "string" &&
    typeof (value as { message?: unknown }).message === "string"
  );
}

async function explain(response: Response, path: string): Promise<ApiError> {
  let detail: unknown;
  try {
    detail = ((await response.json()) as { error?: unknown } | null)?.error;
  } catch {
    detail = undefined;
  }
  return isErrorDetail(detail)
    ? new ApiError(detail, response.status)
    : new Unexplained(response.status, path);
}

async function request(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    const headers = new Headers(init.headers);
    headers.set("Accept-Language", locale());
    response = await fetch(path, { ...init, headers });
  } catch (failure) {
    // An aborted question is the caller's own wish, and not a fault to report.
    if (init.signal?.aborted) throw failure;
    throw new Unreachable(path);
  }
  if (!response.ok) throw await explain(response, path);
  return response;
}

/** The body of an answer, taken at the contract's word: both sides are generated from one description. */
export async function answer<Body>(path: string, init: RequestInit = {}): Promise<Body> {
  const response = await request(path, init);
  try {
    return (await response.json()) as Body;
  } catch {
    throw new Unexplained(response.status, path);
  }
}

export function post(body: unknown, signal?: AbortSignal): RequestInit {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  };
}

function query(
  parameters: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** The address of one run; its id is data, never part of a path by itself. */
export function runPath(id: string): string {
  return `/api/runs/${encodeURIComponent(id)}`;
}

export function getCatalog(signal?: AbortSignal): Promise<Catalog> {
  return answer<Catalog>("/api/catalog", signal === undefined ? {} : { signal });
}

/** Shapes, costs and located errors of a network; starts nothing. */
export function checkNetwork(body: NetworkQuestion, signal?: AbortSignal): Promise<CheckResult> {
  return answer<CheckResult>("/api/networks/check", post(body, signal));
}

/** Reads a document as a run would and fills in what it leaves unsaid; starts nothing. */
export function checkSpec(spec: RunSpec, signal?: AbortSignal): Promise<RunSpec> {
  return answer<RunSpec>("/api/specs/check", post(spec, signal));
}

export function getSamples(question: SamplesQuery, signal?: AbortSignal): Promise<Samples> {
  const parameters = query({
    split: question.split,
    offset: question.offset,
    limit: question.limit,
    seed: question.seed,
    validation_fraction: question.validationFraction,
    options: question.options === undefined ? undefined : JSON.stringify(question.options),
  });
  return answer<Samples>(
    `/api/datasets/${encodeURIComponent(question.dataset)}/samples${parameters}`,
    signal === undefined ? {} : { signal },
  );
}

export function createRun(spec: RunSpec, options: CreateRunOptions = {}): Promise<Run> {
  return answer<Run>(`/api/runs${query({ ...options })}`, post(spec));
}

export function getRun(id: string): Promise<Run> {
  return answer<Run>(runPath(id));
}

export async function deleteRun(id: string): Promise<void> {
  // A page that is being closed may still ask for this.
  await request(runPath(id), { method: "DELETE", keepalive: true });
}

/** One answer in binary. */
export async function postForBytes(
  path: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<ArrayBuffer> {
  return (await request(path, post(body, signal))).arrayBuffer();
}

/** The scratch engine's source of a layer, loss or optimizer. */
export function getSource(family: SourceFamily, kind: string): Promise<Source> {
  return answer<Source>(`/api/sources/${family}/${encodeURIComponent(kind)}`);
}

export function sendCommand(id: string, command: Command): Promise<Run> {
  return answer<Run>(`${runPath(id)}/commands`, post(command));
}

/** Samples to answer, each of the network's input shape, and the nodes whose outputs are wanted too. */
export interface PredictQuestion {
  inputs: readonly unknown[];
  outputs?: readonly string[] | "all";
}

/** What the network answers with the weights that it has now; asks the run's own process. */
export function predict(
  id: string,
  question: PredictQuestion,
  signal?: AbortSignal,
): Promise<Prediction> {
  return answer<Prediction>(`${runPath(id)}/predict`, post(question, signal));
}
