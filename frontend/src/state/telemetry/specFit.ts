/** Whether a run trains what the document asks for. */
import type { RunSpec } from "@/contracts";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, place) => same(value, other[place]));
  }
  if (isRecord(one) && isRecord(other)) {
    // A field that is undefined on one side and absent on the other is the same in JSON.
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => same(one[name], other[name]));
  }
  return Object.is(one, other);
}

/** What is written in `part` stands in `whole` too, which may say more (the defaults). */
function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      whole.length === part.length &&
      part.every((value, place) => contains(whole[place], value))
    );
  }
  if (isRecord(part)) {
    return (
      isRecord(whole) && Object.entries(part).every(([name, value]) => contains(whole[name], value))
    );
  }
  return part === undefined || Object.is(part, whole);
}

/** The name is a label: changing it changes nothing that is trained. */
function unnamed(spec: RunSpec): unknown {
  return { ...spec, name: undefined };
}

/** The spec was sent by this page, so it must be the same now. */
export function isSameSpec(sent: RunSpec, now: RunSpec): boolean {
  return same(unnamed(sent), unnamed(now));
}

/** The spec came back from the server, with every default filled in. */
export function isCoveredBy(answered: RunSpec, now: RunSpec): boolean {
  return contains(unnamed(answered), unnamed(now));
}

/** The spec with another learning rate, as it trains after the rate was changed while it ran. */
export function withLearningRate(spec: RunSpec, rate: number): RunSpec {
  return { ...spec, optimizer: { ...spec.optimizer, learning_rate: rate } };
}
