/** What one spec says that another does not: for the table of outcomes, in the names that the spec uses. */
import type { Catalog, NetworkNode, RunSpec } from "@/contracts";
import { entriesOf, layerEntry } from "../document/catalogStore";
import { alignLayers } from "./alignment";

export interface Difference {
  /** Where it lies, as a spec names it: "optimizer.learning_rate", "fc1.weight_init". */
  readonly path: string;
  /** How many more nodes differ in the same way. */
  readonly more: number;
  /** As written; null where there is nothing on that side. */
  readonly from: string | null;
  readonly to: string | null;
}

type Values = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** "0.01", "adam", "normal(std=1)": short enough for a cell. */
function write(value: unknown): string {
  if (Array.isArray(value)) return value.map(write).join("×");
  if (!isRecord(value)) return typeof value === "string" ? value : JSON.stringify(value ?? null);
  const { kind, ...settings } = value;
  const named = Object.entries(settings).map(([name, one]) => `${name}=${write(one)}`);
  return `${typeof kind === "string" ? kind : ""}${named.length > 0 ? `(${named.join(", ")})` : ""}`;
}

/** A kind's own name, and of its settings those that are not as usual. */
function unusual(value: unknown, list: string, catalog: Catalog): unknown {
  if (!isRecord(value) || typeof value.kind !== "string") return value;
  const usual = entriesOf(catalog, list).find(({ kind }) => kind === value.kind)?.defaults ?? {};
  return Object.fromEntries(
    Object.entries(value).filter(
      // A spread that a person chose is what the kind is about, whatever its default.
      ([name, one]) => name === "std" || JSON.stringify(one) !== JSON.stringify(usual[name]),
    ),
  );
}

function compare(
  one: Values,
  other: Values,
  usual: Values,
  path: (name: string) => string,
  shorten: (name: string, value: unknown) => unknown = (_, value) => value,
): Difference[] {
  const names = new Set([...Object.keys(usual), ...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => {
    const written = (values: Values): string => {
      const value = values[name] === undefined ? usual[name] : values[name];
      return write(shorten(name, value));
    };
    const [from, to] = [written(one), written(other)];
    return from === to ? [] : [{ path: path(name), more: 0, from, to }];
  });
}

function compareComponent(
  part: "optimizer" | "schedule" | "loss",
  list: string,
  one: RunSpec,
  other: RunSpec,
  catalog: Catalog,
): Difference[] {
  const [before, after] = [one[part], other[part]];
  if (before?.kind !== after?.kind) {
    const from = before === undefined ? null : write(unusual(before, list, catalog));
    const to = after === undefined ? null : write(unusual(after, list, catalog));
    return [{ path: part, more: 0, from, to }];
  }
  const usual = entriesOf(catalog, list).find(({ kind }) => kind === after?.kind)?.defaults ?? {};
  return compare(before ?? {}, after ?? {}, usual, (name) => `${part}.${name}`);
}

function compareNodes(one: NetworkNode, other: NetworkNode, catalog: Catalog): Difference[] {
  if (one.kind !== other.kind) {
    return [{ path: one.id, more: 0, from: one.kind, to: other.kind }];
  }
  const entry = layerEntry(catalog, one.kind);
  const settings = ({ id: _id, kind: _kind, inputs: _inputs, ...rest }: NetworkNode): Values =>
    rest;
  return compare(
    settings(one),
    settings(other),
    entry?.defaults ?? {},
    (name) => `${one.id}.${name}`,
    (name, value) => {
      const properties = (entry?.schema.properties ?? {}) as Record<string, Values>;
      const list = properties[name]?.["x-kind-of"];
      return typeof list === "string" ? unusual(value, list, catalog) : value;
    },
  );
}

/** The same difference of several nodes is told once, at the first of them. */
function gather(differences: readonly Difference[]): Difference[] {
  const gathered = new Map<string, Difference>();
  for (const difference of differences) {
    const field = difference.path.split(".").slice(1).join(".");
    const key = JSON.stringify([field, difference.from, difference.to]);
    const known = gathered.get(key);
    gathered.set(key, known === undefined ? difference : { ...known, more: known.more + 1 });
  }
  return [...gathered.values()];
}

function compareNetworks(one: RunSpec, other: RunSpec, catalog: Catalog): Difference[] {
  const columns = alignLayers(
    [one.network.nodes, other.network.nodes],
    (kind) => layerEntry(catalog, kind)?.family ?? "",
  );
  return gather(
    columns.flatMap(({ nodes: [before, after] }): Difference[] => {
      if (before && after) return compareNodes(before, after, catalog);
      if (after) return [{ path: after.id, more: 0, from: null, to: after.kind }];
      return before ? [{ path: before.id, more: 0, from: before.kind, to: null }] : [];
    }),
  );
}

const runFields = ["seed", "batch_size", "epochs", "engine", "dtype"] as const;

/** Everything that `other` says otherwise than `one`; names are labels and do not count. */
export function differences(one: RunSpec, other: RunSpec, catalog: Catalog): Difference[] {
  const fields = (spec: RunSpec): Values =>
    Object.fromEntries(runFields.map((name) => [name, spec[name]]));
  const usual = { seed: 0, batch_size: 100, epochs: 10, engine: "scratch", dtype: "float32" };
  const { options: before = {}, ...data } = one.data;
  const { options: after = {}, ...otherData } = other.data;
  const dataset = entriesOf(catalog, "datasets").find(({ kind }) => kind === other.data.dataset);
  return [
    ...compareComponent("optimizer", "optimizers", one, other, catalog),
    ...compareComponent("schedule", "schedules", one, other, catalog),
    ...compareComponent("loss", "losses", one, other, catalog),
    ...compareNetworks(one, other, catalog),
    ...compare(fields(one), fields(other), usual, (name) => name),
    ...compare(data, otherData, {}, (name) => `data.${name}`),
    ...compare(before, after, dataset?.defaults ?? {}, (name) => `data.options.${name}`),
  ];
}
