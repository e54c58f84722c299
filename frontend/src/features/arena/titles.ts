/** What variants are called: after their difference, in the language that is spoken. */
import type { Catalog, CatalogEntry, Component } from "@/contracts";
import type { Change, Variant } from "@/state/arena";
import { entriesOf, layerEntry } from "@/state/document";
import { formatSetting } from "@/ui";
import type { Say } from "@/words";

type Words = Say<"arena">;

function entryOf(list: string, kind: string, catalog: Catalog | null): CatalogEntry | undefined {
  return entriesOf(catalog, list).find((entry) => entry.kind === kind);
}

/** A setting's title in a kind's form. */
export function fieldTitle(entry: Pick<CatalogEntry, "schema"> | undefined, field: string): string {
  const properties = (entry?.schema.properties ?? {}) as Record<string, { title?: unknown }>;
  const title = properties[field]?.title;
  return typeof title === "string" ? title : field;
}

function writeValue(value: unknown, say: Words): string {
  if (value === null || value === undefined) return say("names.none");
  if (typeof value === "number") return formatSetting(value);
  if (typeof value === "boolean") return say(value ? "names.yes" : "names.no");
  if (Array.isArray(value)) return value.map((one) => writeValue(one, say)).join("×");
  if (typeof value === "object" && "kind" in value) return String(value.kind);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function initializerName(value: Component, catalog: Catalog | null, say: Words): string {
  if (value.kind === "normal") return say("names.std", { value: writeValue(value.std, say) });
  return entryOf("initializers", value.kind, catalog)?.title ?? value.kind;
}

function optimizerName(value: Component, catalog: Catalog | null, say: Words): string {
  const entry = entryOf("optimizers", value.kind, catalog);
  const kind = entry?.title ?? value.kind;
  const rate = value.learning_rate;
  return rate === undefined || rate === entry?.defaults.learning_rate
    ? kind
    : say("names.withRate", { kind, rate: writeValue(rate, say) });
}

/** @param variant the one that the change led to: an optimizer's setting is named by its optimizer */
export function changeName(
  change: Change,
  { spec }: Pick<Variant, "spec">,
  catalog: Catalog | null,
  say: Words,
): string {
  switch (change.setting) {
    case "optimizer":
      return optimizerName(change.value, catalog, say);
    case "schedule":
      return entryOf("schedules", change.value.kind, catalog)?.title ?? change.value.kind;
    case "optimizer_setting": {
      const value = writeValue(change.value, say);
      if (change.name === "learning_rate") return say("names.rate", { value });
      const entry = entryOf("optimizers", spec.optimizer.kind, catalog);
      return say("names.setting", { setting: fieldTitle(entry, change.name), value });
    }
    case "initializer":
      return initializerName(change.value, catalog, say);
    case "activation":
      return layerEntry(catalog, change.value)?.title ?? change.value;
    case "batch_norm":
      return say(change.value ? "names.batchNorm" : "names.noBatchNorm");
    case "dropout":
      return say("names.dropout", { value: writeValue(change.value, say) });
    case "layer": {
      const kind = spec.network.nodes.find(({ id }) => id === change.node)?.kind ?? "";
      const setting = fieldTitle(layerEntry(catalog, kind), change.field);
      return say("names.layer", {
        node: change.node,
        setting,
        value: writeValue(change.value, say),
      });
    }
    case "batch_size":
      return say("names.batchSize", { value: writeValue(change.value, say) });
    case "seed":
      return say("names.seed", { value: writeValue(change.value, say) });
    case "engine":
      return catalog?.engines.find(({ name }) => name === change.value)?.title ?? change.value;
  }
}

export function variantName(variant: Variant, catalog: Catalog | null, say: Words): string {
  const changes = variant.changes.map((change) => changeName(change, variant, catalog, say));
  const parts = variant.title === null ? changes : [variant.title, ...changes];
  return parts.length === 0 ? say("original") : parts.join(" · ");
}
