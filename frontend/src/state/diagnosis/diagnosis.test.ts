import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Run, RunFinding, RunSpec } from "@/contracts";
import type { Notice, NoticedFinding } from "@/transport/messages";
import { documentStore, open, specOf, undoEdit } from "../document";
import { receive, withFinding } from "../telemetry/receive";
import { RunTelemetry } from "../telemetry/runTelemetry";
import { applyToDocument, canApply, originalOf, tryBeside } from "./acts";

const opened = vi.hoisted(() => ({ openBeside: vi.fn() }));
vi.mock("../arena", () => opened);

const document: RunSpec = {
  network: {
    nodes: [
      { id: "fc1", kind: "linear", out_features: 8, weight_init: { kind: "normal", std: 1 } },
      { id: "sigmoid1", kind: "sigmoid" },
      { id: "fc2", kind: "linear", out_features: 2 },
    ],
  },
  data: { dataset: "digits" },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "sgd" },
};

/** The document as the server gives it back: with its defaults. */
const answered: RunSpec = {
  ...document,
  network: { nodes: document.network.nodes.map((node) => ({ inputs: null, ...node })) },
  data: { dataset: "digits", options: { normalize: false } },
  optimizer: { kind: "sgd", learning_rate: 0.01 },
};

const run = { id: "r1", spec: answered, generation: 0, findings: [] } as unknown as Run;

const redrawn: RunFinding["mends"][number] = {
  code: "initializer",
  title: "Xavier in fc1",
  figures: {},
  patch: [{ op: "add", path: "/network/nodes/0/weight_init", value: { kind: "xavier_normal" } }],
};
const normed: RunFinding["mends"][number] = {
  code: "batch_norm",
  title: "Batch normalisation after fc1",
  figures: {},
  patch: [{ op: "add", path: "/network/nodes/1", value: { id: "norm1", kind: "batch_norm" } }],
};
const scaled: RunFinding["mends"][number] = {
  code: "scaled_input",
  title: "Values scaled",
  figures: {},
  patch: [{ op: "add", path: "/data/options/normalize", value: true }],
};

const finding: RunFinding = {
  id: "saturated/sigmoid1",
  rule: "saturated",
  node: "sigmoid1",
  since: 4,
  step: 9,
  value: 0.97,
  threshold: "share",
  limit: 0.9,
  badge: "97 % saturated",
  message: "97 % of its outputs are saturated.",
  detail: "d",
  why: "w",
  figures: {},
  mends: [redrawn],
};
const told = (status: NoticedFinding["status"], changes: Partial<RunFinding> = {}): Notice => ({
  type: "notice",
  seq: 1,
  step: 9,
  level: "warning",
  code: finding.rule,
  message: finding.message,
  hint: null,
  node: finding.node,
  evidence: {},
  finding: { ...finding, ...changes, status },
});

const present = (): RunSpec => specOf(documentStore.getState());

describe("findings of a run", () => {
  it("come, change in their place and go, and are no notices", () => {
    const telemetry = new RunTelemetry();
    const now = (): [string, number][] =>
      telemetry.store.getState().findings.map(({ id, value }) => [id, value]);
    receive(telemetry, { type: "snapshot", seq: 0, step: 0, run, metrics: [] });
    receive(telemetry, told("found"));
    receive(telemetry, told("found", { id: "no_update", value: 1e-6 }));
    receive(telemetry, told("changed", { value: 0.99 }));
    expect(now()).toEqual([
      ["saturated/sigmoid1", 0.99],
      ["no_update", 1e-6],
    ]);
    receive(telemetry, told("withdrawn"));
    expect(now()).toEqual([["no_update", 1e-6]]);
    expect(telemetry.store.getState().notices).toEqual([]);
  });

  it("are those of the snapshot for a late viewer, and none after a reset", () => {
    const telemetry = new RunTelemetry();
    const late = { ...run, findings: [finding] };
    receive(telemetry, { type: "snapshot", seq: 7, step: 9, run: late, metrics: [] });
    expect(telemetry.store.getState().findings).toEqual([finding]);
    receive(telemetry, {
      type: "state",
      seq: 8,
      step: 0,
      state: "paused",
      reason: null,
      epoch: 0,
      generation: 1,
      error: null,
    });
    expect(telemetry.store.getState().findings).toEqual([]);
  });

  it("that are withdrawn unknown change nothing", () => {
    expect(withFinding([finding], { ...finding, id: "other", status: "withdrawn" })).toEqual([
      finding,
    ]);
  });
});

describe("mends", () => {
  beforeEach(() => {
    open(document);
    opened.openBeside.mockClear();
  });

  it("are one act that can be undone", () => {
    expect(applyToDocument(run, redrawn)).toBe(true);
    expect(present().network.nodes[0]?.weight_init).toEqual({ kind: "xavier_normal" });
    undoEdit();
    expect(present()).toEqual(document);
  });

  it("insert layers where the run has them", () => {
    applyToDocument(run, normed);
    expect(present().network.nodes.map(({ id }) => id)).toEqual([
      "fc1",
      "norm1",
      "sigmoid1",
      "fc2",
    ]);
  });

  it("set options that the document leaves to their defaults", () => {
    expect(applyToDocument(run, scaled)).toBe(true);
    expect(present().data.options).toEqual({ normalize: true });
  });

  it("are not made in another network than was trained", () => {
    const other = { ...document, network: { nodes: document.network.nodes.slice(1) } };
    open(other);
    expect(canApply(run, other)).toBe(false);
    expect(applyToDocument(run, redrawn)).toBe(false);
    expect(present()).toEqual(other);
    expect(originalOf(run)).toBe(answered);
  });

  it("are tried beside what was trained", () => {
    tryBeside(run, redrawn);
    const [original, variants] = opened.openBeside.mock.calls[0] as [
      RunSpec,
      { title: string; spec: RunSpec }[],
    ];
    expect(original).toEqual(document);
    expect(variants.map(({ title }) => title)).toEqual(["Xavier in fc1"]);
    expect(variants[0]?.spec.network.nodes[0]?.weight_init).toEqual({ kind: "xavier_normal" });
    expect(present()).toEqual(document);
  });
});
