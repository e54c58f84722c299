/** The few characters in a card's corner that tell one layer from another of its kind. */
import type { LayerEntry, NetworkNode } from "@/contracts";
import { formatSetting, formatShape, readFields } from "@/ui";

/**
 * A window's size or a shape ("3×3"), else the first setting that must be given ("10"), else the only number
 * that there is ("0.5"); empty where a kind has nothing to tell.
 */
export function cardDetail(node: NetworkNode, entry: LayerEntry | undefined): string {
  if (entry === undefined) return "";
  const fields = readFields(entry.schema);
  const value = (name: string): unknown => node[name] ?? entry.defaults[name];

  const size = fields.find((field) => field.type === "size" || field.type === "numbers");
  if (size !== undefined) return sizeText(value(size.name));

  const numbers = fields.filter((field) => field.type === "number");
  const told =
    numbers.find((field) => entry.required.includes(field.name)) ??
    (numbers.length === 1 ? numbers[0] : undefined);
  const number = told === undefined ? undefined : value(told.name);
  return typeof number === "number" ? formatSetting(number) : "";
}

function sizeText(value: unknown): string {
  if (typeof value === "number") return formatShape([value, value]);
  return Array.isArray(value) ? formatShape(value as number[]) : "";
}
