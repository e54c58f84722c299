/** For tests: as much of a catalog as variants look at. */
import type { Catalog, RunSpec } from "@/contracts";

function layer(kind: string, prefix: string, family: string, properties = {}, defaults = {}) {
  return {
    kind,
    title: kind,
    id_prefix: prefix,
    family,
    inputs: { minimum: 1, maximum: kind === "add" ? null : 1 },
    schema: { properties },
    defaults,
    required: [],
  };
}

/** A kind whose settings are those that have defaults. */
function kindOf(kind: string, title: string, defaults: Record<string, unknown>) {
  const properties = Object.fromEntries(
    Object.keys(defaults).map((name) => [name, { title: name }]),
  );
  return { kind, title, defaults, schema: { properties } };
}

const weighted = {
  out_features: { type: "integer" },
  weight_init: { "x-kind-of": "initializers" },
};

export const catalog = {
  layers: [
    layer("linear", "fc", "weights", weighted, { bias: true, weight_init: { kind: "he_normal" } }),
    layer("relu", "relu", "activation"),
    layer("tanh", "tanh", "activation"),
    layer("softmax", "softmax", "activation"),
    layer("batch_norm", "norm", "regularisation", { eps: {} }, { eps: 1e-5 }),
    layer("dropout", "drop", "regularisation", { p: {} }, { p: 0.5 }),
    layer("add", "add", "merge"),
  ],
  optimizers: [
    kindOf("sgd", "SGD", { learning_rate: 0.1, weight_decay: 0 }),
    kindOf("adam", "Adam", { learning_rate: 0.001, beta1: 0.9, weight_decay: 0 }),
  ],
  initializers: [kindOf("he_normal", "He", {}), kindOf("normal", "Normal", { std: 0.01 })],
  schedules: [kindOf("constant", "Constant", {}), kindOf("cosine", "Cosine", {})],
  losses: [],
  datasets: [kindOf("noise", "Noise", { samples: 1000, features: 100 })],
  presets: [],
} as unknown as Catalog;

export const spec: RunSpec = {
  seed: 3,
  batch_size: 32,
  data: { dataset: "noise" },
  network: {
    nodes: [
      { id: "fc1", kind: "linear", out_features: 8 },
      { id: "relu1", kind: "relu" },
      { id: "fc2", kind: "linear", out_features: 8 },
      { id: "relu2", kind: "relu" },
      { id: "fc3", kind: "linear", out_features: 10 },
    ],
  },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "sgd", learning_rate: 0.1 },
};
