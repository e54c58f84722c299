/** Reading one map field by field, with a message that names the field when it is not what was promised. */
import { describe, MalformedMessage } from "./arrays";

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export class Reader {
  constructor(
    private readonly fields: Fields,
    private readonly where: string,
  ) {}

  /** The name under which a field is reported. */
  path(name: string): string {
    return `${this.where}.${name}`;
  }

  /** The map itself. */
  get all(): Fields {
    return this.fields;
  }

  raw(name: string): unknown {
    return this.fields[name];
  }

  fail(name: string, expected: string): MalformedMessage {
    return new MalformedMessage(
      `${this.path(name)}: expected ${expected}, received ${describe(this.fields[name])}`,
    );
  }

  number(name: string): number {
    const value = this.fields[name];
    if (typeof value !== "number") throw this.fail(name, "a number");
    return value;
  }

  /** A number that is there and finite, else null: null and NaN both mean "not measured". */
  measured(name: string): number | null {
    const value = this.fields[name];
    if (value === null || value === undefined) return null;
    if (typeof value !== "number") throw this.fail(name, "a number or null");
    return Number.isNaN(value) ? null : value;
  }

  count(name: string): number {
    const value = this.fields[name];
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
      throw this.fail(name, "a whole number of at least 0");
    }
    return value;
  }

  text(name: string): string {
    const value = this.fields[name];
    if (typeof value !== "string") throw this.fail(name, "a text");
    return value;
  }

  textOrNull(name: string): string | null {
    const value = this.fields[name];
    if (value === null || value === undefined) return null;
    if (typeof value !== "string") throw this.fail(name, "a text or null");
    return value;
  }

  map(name: string): Fields {
    const value = this.fields[name];
    if (!isFields(value)) throw this.fail(name, "a map");
    return value;
  }

  list(name: string): readonly unknown[] {
    const value = this.fields[name];
    if (!Array.isArray(value)) throw this.fail(name, "a list");
    return value;
  }

  range(name: string): readonly [number, number] {
    const [low, high, ...rest] = this.list(name);
    if (typeof low !== "number" || typeof high !== "number" || rest.length > 0) {
      throw this.fail(name, "[low, high]");
    }
    return [low, high];
  }
}
