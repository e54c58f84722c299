/** In what a network can be made to differ: the settings that its spec has, each with a first suggestion. */
import type { Catalog, Component, NetworkNode, RunSpec } from "@/contracts";
import { entriesOf, layerEntry } from "../document/catalogStore";
import {
  type Change,
  hiddenActivations,
  hiddenWeighted,
  initializerFields,
  type Setting,
} from "./changes";

export interface Offer {
  /** Unlike any other offer's. */
  readonly key: string;
  readonly group: "training" | "network" | "repetition";
  /** The change as it is first suggested; a person then sets its value. */
  readonly change: Change;
}

export function optimizerEntry(spec: RunSpec, catalog: Catalog) {
  return entriesOf(catalog, "optimizers").find(({ kind }) => kind === spec.optimizer.kind);
}

/** What a setting of the optimizer is, said or unsaid. */
export function optimizerSetting(spec: RunSpec, name: string, catalog: Catalog): unknown {
  return spec.optimizer[name] ?? optimizerEntry(spec, catalog)?.defaults[name];
}

/** The initializer of the first layer that draws its weights. */
export function firstInitializer(spec: RunSpec, catalog: Catalog): Component | null {
  for (const node of spec.network.nodes) {
    const entry = layerEntry(catalog, node.kind);
    const [field] = initializerFields(entry);
    if (field === undefined) continue;
    return (node[field] ?? entry?.defaults[field] ?? null) as Component | null;
  }
  return null;
}

export function dropoutOf(spec: RunSpec, catalog: Catalog): number {
  const node = spec.network.nodes.find(({ kind }) => kind === "dropout");
  if (node === undefined) return 0;
  const p = node.p ?? layerEntry(catalog, "dropout")?.defaults.p;
  return typeof p === "number" ? p : 0;
}

export function hasBatchNorm(spec: RunSpec): boolean {
  return spec.network.nodes.some(({ kind }) => kind === "batch_norm");
}

/** The settings that a node's form shows. */
export function layerFields(node: NetworkNode, catalog: Catalog): string[] {
  const schema = layerEntry(catalog, node.kind)?.schema ?? {};
  return Object.keys(schema.properties ?? {});
}

/** A kind from a list with its defaults, other than `than`. */
function another(list: string, than: string | undefined, catalog: Catalog): Component | null {
  const entry = entriesOf(catalog, list).find(({ kind }) => kind !== than);
  return entry === undefined ? null : { ...entry.defaults, kind: entry.kind };
}

function optimizerOffers(spec: RunSpec, catalog: Catalog): Offer[] {
  const properties = optimizerEntry(spec, catalog)?.schema.properties ?? {};
  const offers: Offer[] = [];
  const other = another("optimizers", spec.optimizer.kind, catalog);
  if (other !== null) {
    offers.push({
      key: "optimizer",
      group: "training",
      change: { setting: "optimizer", value: other },
    });
  }
  for (const name of Object.keys(properties)) {
    const now = optimizerSetting(spec, name, catalog);
    const value =
      name === "learning_rate" && typeof now === "number"
        ? rounded(now / 10)
        : typeof now === "number" || typeof now === "boolean"
          ? now
          : null;
    offers.push({
      key: `optimizer.${name}`,
      group: "training",
      change: { setting: "optimizer_setting", name, value },
    });
  }
  return offers;
}

/** Without the last digits that dividing leaves: 0.03, not 0.030000000000000002. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function networkOffers(spec: RunSpec, catalog: Catalog): Offer[] {
  const { nodes } = spec.network;
  const changes: Change[] = [];
  const drawn = firstInitializer(spec, catalog);
  const initializer = drawn === null ? null : another("initializers", drawn.kind, catalog);
  if (initializer !== null) changes.push({ setting: "initializer", value: initializer });
  const activations = hiddenActivations(nodes, catalog);
  const [first] = activations;
  if (first !== undefined) {
    changes.push({ setting: "activation", value: first.kind === "relu" ? "tanh" : "relu" });
  }
  if (hasBatchNorm(spec) || hiddenWeighted(nodes, catalog).length > 0) {
    changes.push({ setting: "batch_norm", value: !hasBatchNorm(spec) });
  }
  const p = dropoutOf(spec, catalog);
  if (first !== undefined || nodes.some(({ kind }) => kind === "dropout")) {
    changes.push({ setting: "dropout", value: p === 0.2 ? 0.5 : 0.2 });
  }
  const node = nodes.find((one) => layerFields(one, catalog).length > 0);
  const [field] = node === undefined ? [] : layerFields(node, catalog);
  if (node !== undefined && field !== undefined) {
    const value = node[field] ?? layerEntry(catalog, node.kind)?.defaults[field];
    changes.push({ setting: "layer", node: node.id, field, value });
  }
  return changes.map((change) => ({ key: change.setting, group: "network", change }));
}

/** All settings in which variants of `spec` can differ. */
export function offersFor(spec: RunSpec, catalog: Catalog): Offer[] {
  const schedule = another("schedules", spec.schedule?.kind ?? "constant", catalog);
  const training: Change[] = [
    ...(schedule === null ? [] : [{ setting: "schedule" as const, value: schedule }]),
    { setting: "batch_size", value: Math.max(1, Math.round((spec.batch_size ?? 100) / 2)) },
  ];
  const repetition: Change[] = [
    { setting: "seed", value: (spec.seed ?? 0) + 1 },
    { setting: "engine", value: spec.engine === "torch" ? "scratch" : "torch" },
  ];
  const offer =
    (group: Offer["group"]) =>
    (change: Change): Offer => ({ key: change.setting satisfies Setting, group, change });
  return [
    ...optimizerOffers(spec, catalog),
    ...training.map(offer("training")),
    ...networkOffers(spec, catalog),
    ...repetition.map(offer("repetition")),
  ];
}
