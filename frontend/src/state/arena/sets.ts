/** Variants that belong together: the book's grid of initializers, and what is often compared of any network. */
import type { Catalog, Component, RunSpec } from "@/contracts";
import { entriesOf, layerEntry } from "../document/catalogStore";
import type { Change } from "./changes";
import { hiddenActivations } from "./changes";
import {
  dropoutOf,
  firstInitializer,
  hasBatchNorm,
  offersFor,
  optimizerSetting,
  rounded,
} from "./offers";

/** Variants that a person puts together by hand, at most: more curves than eight are not told apart. */
export const MOST_BY_HAND = 8;

export type SetName =
  | "book_initializers"
  | "optimizers"
  | "learning_rates"
  | "initializers"
  | "activations"
  | "batch_norm"
  | "dropout"
  | "weight_decay";

export interface VariantSet {
  readonly name: SetName;
  readonly base: RunSpec;
  /** The changes of each variant; none for the base itself. */
  readonly variants: readonly (readonly Change[])[];
  /** After so many variants the colours begin again, with another dash. */
  readonly perGroup: number;
}

const weights: readonly Component[] = [
  { kind: "normal", std: 1 },
  { kind: "normal", std: 0.01 },
  { kind: "xavier_normal" },
  { kind: "he_normal" },
];

/**
 * Four initializers by three activations. It is a grid, of which three rows of four colours are told
 * apart by their dashes, so it may have more variants than a person puts together.
 *
 * Source: Deep Learning from Scratch, section 6.2.
 */
function bookGrid(catalog: Catalog): VariantSet | null {
  const base = catalog.presets.find(({ name }) => name === "book_initializers")?.spec;
  if (base === undefined) return null;
  const variants = ["sigmoid", "tanh", "relu"].flatMap((value) =>
    weights.map((initializer): Change[] => [
      { setting: "activation", value },
      { setting: "initializer", value: initializer },
    ]),
  );
  return { name: "book_initializers", base, variants, perGroup: weights.length };
}

function kindsBut(list: string, kind: string | undefined, catalog: Catalog): Component[] {
  return entriesOf(catalog, list)
    .filter((entry) => entry.kind !== kind)
    .map((entry) => ({ ...entry.defaults, kind: entry.kind }));
}

function rates(spec: RunSpec, catalog: Catalog): Change[] {
  const rate = optimizerSetting(spec, "learning_rate", catalog);
  if (typeof rate !== "number") return [];
  return [0.1, 0.3, 3, 10].map((factor) => ({
    setting: "optimizer_setting",
    name: "learning_rate",
    value: rounded(rate * factor),
  }));
}

function initializers(spec: RunSpec, catalog: Catalog): Change[] {
  const now = JSON.stringify(firstInitializer(spec, catalog)?.kind);
  const others = [...weights, { kind: "orthogonal" }, { kind: "zeros" }];
  return others
    .filter(({ kind }) => JSON.stringify(kind) !== now)
    .map((value) => ({ setting: "initializer", value }));
}

function activations(spec: RunSpec, catalog: Catalog): Change[] {
  const now = hiddenActivations(spec.network.nodes, catalog)[0]?.kind;
  return ["sigmoid", "tanh", "relu", "leaky_relu", "gelu", "silu"]
    .filter((kind) => kind !== now && layerEntry(catalog, kind) !== undefined)
    .map((value) => ({ setting: "activation", value }));
}

/** Sets that make sense for `spec`, the book's grid first. */
export function setsFor(spec: RunSpec, catalog: Catalog): VariantSet[] {
  const offered = new Set(offersFor(spec, catalog).map(({ key }) => key));
  const p = dropoutOf(spec, catalog);
  const decay = optimizerSetting(spec, "weight_decay", catalog);
  const lists: [SetName, string, Change[]][] = [
    [
      "optimizers",
      "optimizer",
      kindsBut("optimizers", spec.optimizer.kind, catalog).map((value) => ({
        setting: "optimizer",
        value,
      })),
    ],
    ["learning_rates", "optimizer.learning_rate", rates(spec, catalog)],
    ["initializers", "initializer", initializers(spec, catalog)],
    ["activations", "activation", activations(spec, catalog)],
    ["batch_norm", "batch_norm", [{ setting: "batch_norm", value: !hasBatchNorm(spec) }]],
    [
      "dropout",
      "dropout",
      [0, 0.2, 0.5].filter((value) => value !== p).map((value) => ({ setting: "dropout", value })),
    ],
    [
      "weight_decay",
      "optimizer.weight_decay",
      [1e-4, 1e-3, 1e-2]
        .filter((value) => value !== decay)
        .map((value) => ({ setting: "optimizer_setting", name: "weight_decay", value })),
    ],
  ];
  const grid = bookGrid(catalog);
  return [
    ...(grid === null ? [] : [grid]),
    ...lists.flatMap(([name, key, changes]): VariantSet[] => {
      if (!offered.has(key) || changes.length === 0) return [];
      const variants = [[], ...changes.map((change) => [change])].slice(0, MOST_BY_HAND);
      return [{ name, base: spec, variants, perGroup: MOST_BY_HAND }];
    }),
  ];
}
