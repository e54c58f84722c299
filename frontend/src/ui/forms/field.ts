/** What a form has to know of one setting, read from its JSON schema in the catalog. */
import type { Phrase } from "@/words";

interface Common {
  name: string;
  title: string;
  description: string;
  /** Whether the setting may be left empty (null). */
  nullable: boolean;
  /** What an empty setting means, in a word or two; null where the schema does not say. */
  empty: string | null;
}

/** One of the values to choose from, and what it is called. */
export interface Choice {
  value: string;
  title: string;
}

export interface Bounds {
  minimum: number | null;
  maximum: number | null;
  exclusiveMinimum: number | null;
  exclusiveMaximum: number | null;
}

export type Field = Common &
  (
    | { type: "number"; whole: boolean; logarithmic: boolean; bounds: Bounds }
    /** Height and width; `words` are what may stand in their place, such as "same". */
    | { type: "size"; bounds: Bounds; words: string[] }
    /** Numbers in a row, such as a shape. */
    | { type: "numbers"; whole: boolean; bounds: Bounds; atLeast: number; atMost: number }
    | { type: "boolean" }
    | { type: "choice"; choices: Choice[] }
    | { type: "kind"; list: string }
    | { type: "text" }
  );

type Schema = Record<string, unknown>;

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** `anyOf: [X, null]` says that the field is an X or empty: gives X, with the outer words kept. */
function withoutNull(schema: Schema): { schema: Schema; nullable: boolean } {
  const branches = Array.isArray(schema.anyOf) ? schema.anyOf.filter(isSchema) : [];
  const rest = branches.filter((branch) => branch.type !== "null");
  if (rest.length === branches.length) return { schema, nullable: false };
  const { anyOf: _, ...words } = schema;
  const inner = rest.length === 1 ? rest[0] : { anyOf: rest };
  return { schema: { ...inner, ...words }, nullable: true };
}

function readBounds(schema: Schema): Bounds {
  return {
    minimum: numberOrNull(schema.minimum),
    maximum: numberOrNull(schema.maximum),
    exclusiveMinimum: numberOrNull(schema.exclusiveMinimum),
    exclusiveMaximum: numberOrNull(schema.exclusiveMaximum),
  };
}

export function readField(name: string, description: unknown): Field {
  const { schema, nullable } = withoutNull(isSchema(description) ? description : {});
  const common: Common = {
    name,
    title: typeof schema.title === "string" ? schema.title : name,
    description: typeof schema.description === "string" ? schema.description : "",
    nullable,
    empty: typeof schema["x-empty"] === "string" ? schema["x-empty"] : null,
  };
  const bounds = readBounds(schema);
  const list = schema["x-kind-of"];
  if (typeof list === "string") return { ...common, type: "kind", list };
  if (schema["x-size"] !== undefined) {
    const words = schema["x-words"];
    return {
      ...common,
      type: "size",
      bounds,
      words: Array.isArray(words) ? words.map(String) : [],
    };
  }
  const items = isSchema(schema.items) ? schema.items : {};
  if (schema.type === "array" && (items.type === "integer" || items.type === "number")) {
    return {
      ...common,
      type: "numbers",
      whole: items.type === "integer",
      bounds: readBounds(items),
      atLeast: numberOrNull(schema.minItems) ?? 0,
      atMost: numberOrNull(schema.maxItems) ?? Number.POSITIVE_INFINITY,
    };
  }
  if (Array.isArray(schema.enum)) {
    const titles = isSchema(schema["x-titles"]) ? schema["x-titles"] : {};
    const choices = schema.enum.map(String).map((value) => {
      const title = titles[value];
      return { value, title: typeof title === "string" ? title : value };
    });
    return { ...common, type: "choice", choices };
  }
  if (schema.type === "boolean") return { ...common, type: "boolean" };
  if (schema.type === "integer" || schema.type === "number") {
    return {
      ...common,
      type: "number",
      whole: schema.type === "integer",
      logarithmic: schema["x-scale"] === "log",
      bounds,
    };
  }
  return { ...common, type: "text" };
}

/** The fields of a settings schema, in the order in which the backend lists them. */
export function readFields(schema: Record<string, unknown>): Field[] {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  return Object.entries(properties).map(([name, description]) => readField(name, description));
}

/** Why `value` cannot be this setting; null where it can. */
export function boundsProblem(value: number, whole: boolean, bounds: Bounds): Phrase | null {
  if (!Number.isFinite(value)) return { key: "ui:number.needed" };
  if (whole && !Number.isInteger(value)) return { key: "ui:number.wholeNeeded" };
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = bounds;
  if (minimum !== null && value < minimum) {
    return { key: "ui:number.atLeast", figures: { limit: minimum } };
  }
  if (maximum !== null && value > maximum) {
    return { key: "ui:number.atMost", figures: { limit: maximum } };
  }
  if (exclusiveMinimum !== null && value <= exclusiveMinimum) {
    return { key: "ui:number.moreThan", figures: { limit: exclusiveMinimum } };
  }
  if (exclusiveMaximum !== null && value >= exclusiveMaximum) {
    return { key: "ui:number.lessThan", figures: { limit: exclusiveMaximum } };
  }
  return null;
}

/** The next value up (`direction` 1) or down (−1): 1-2-5 steps on a logarithmic scale. */
export function stepped(
  value: number,
  direction: 1 | -1,
  options: { whole: boolean; logarithmic: boolean; bounds: Bounds },
): number {
  if (options.logarithmic && value > 0) return steppedRate(value, direction);
  if (options.whole) return value + direction;
  const span = (options.bounds.maximum ?? options.bounds.exclusiveMaximum ?? 10) <= 2 ? 0.05 : 0.5;
  return Number((Math.round(value / span + direction) * span).toPrecision(10));
}

/** The next rung up or down on 1, 2, 5, 10, 20, … */
export function steppedRate(value: number, direction: 1 | -1): number {
  const decade = Math.floor(Math.log10(value) + 1e-9);
  const ladder = [-1, 0, 1].flatMap((shift) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${decade + shift}`)),
  );
  const slack = value * 1e-9;
  const next =
    direction === 1
      ? ladder.find((rung) => rung > value + slack)
      : ladder.findLast((rung) => rung < value - slack);
  return next ?? value;
}
