/** Taking layers elsewhere: along the way that the data takes, or onto a wire. */
import type { NetworkNode } from "@/contracts";
import { commitNodes } from "./documentStore";
import * as edits from "./edits";
import type { Place } from "./edits";
import * as fragments from "./fragment";
import { consumersOf, INPUT, resolve } from "./graph";
import { maximumInputs, nodesNow } from "./networkActs";
import type { Repeat } from "./repeats";
import { foldsOf, viewStore } from "./viewStore";

/** Whether layers can be taken elsewhere as one: a merge among them must keep all that it joins. */
export function canMove(chosen: readonly string[]): boolean {
  const before = new Map(resolve(nodesNow()).map((node) => [node.id, node.inputs.length]));
  const fragment = resolve(fragments.fragmentOf(nodesNow(), chosen, maximumInputs));
  return (
    fragment.length > 0 && fragment.every((node) => node.inputs.length === before.get(node.id))
  );
}

/** Takes layers from where they are and puts them on wires. */
export function moveNodes(chosen: readonly string[], place: Place): void {
  if (canMove(chosen)) commitNodes(fragments.moveTo(nodesNow(), chosen, place, maximumInputs));
}

export type Direction = "earlier" | "later";

/** The network with the layers one place nearer to the data or to the output; null where there is none. */
function moved(
  nodes: readonly NetworkNode[],
  chosen: readonly string[],
  direction: Direction,
): NetworkNode[] | null {
  const next = neighbour(nodes, chosen, direction);
  const [only, ...others] = chosen;
  if (next === null || only === undefined) return null;
  const fold = foldsOf(nodes, viewStore.getState()).folded.find((one) =>
    one.members.includes(next),
  );
  if (others.length === 0 && fold === undefined) {
    return direction === "earlier" ? edits.moveUp(nodes, only) : edits.moveDown(nodes, only);
  }
  const passed = fold ?? single(nodes, next);
  if (passed === null || !canMove(chosen)) return null;
  const place =
    direction === "earlier" ? before(nodes, passed) : fragments.behind(nodes, passed.exit);
  return fragments.moveTo(nodes, chosen, place, maximumInputs);
}

/** The node before or behind the layers; null where they take from several, from the data, or are the end. */
function neighbour(
  nodes: readonly NetworkNode[],
  chosen: readonly string[],
  direction: Direction,
): string | null {
  const resolved = resolve(nodes);
  const inside = resolved.filter((node) => chosen.includes(node.id));
  const [entry, ...others] = new Set(
    inside.flatMap((node) => node.inputs).filter((id) => !chosen.includes(id)),
  );
  if (entry === undefined || others.length > 0) return null;
  if (direction === "earlier") return entry === INPUT ? null : entry;
  const takers = consumersOf(resolved, inside.at(-1)?.id ?? "");
  return takers.find((node) => !chosen.includes(node.id))?.id ?? null;
}

/** What is passed as one: a folded repeat, or a layer with one input. */
type Passed = Pick<Repeat, "members" | "entry" | "exit">;

function single(nodes: readonly NetworkNode[], id: string): Passed | null {
  const [entry, ...others] = resolve(nodes).find((node) => node.id === id)?.inputs ?? [];
  return entry === undefined || others.length > 0 ? null : { members: [id], entry, exit: id };
}

function before(nodes: readonly NetworkNode[], { members, entry }: Passed): Place {
  const takers = consumersOf(resolve(nodes), entry).map((node) => node.id);
  return { source: entry, targets: takers.filter((id) => members.includes(id)) };
}

export function canMoveLayers(chosen: readonly string[], direction: Direction): boolean {
  const nodes = nodesNow();
  const after = moved(nodes, chosen, direction);
  return after !== null && JSON.stringify(after) !== JSON.stringify(nodes);
}

/** Exchanges the layers, as one, with what is before or behind them. */
export function moveLayers(chosen: readonly string[], direction: Direction): void {
  const after = moved(nodesNow(), chosen, direction);
  if (after !== null) commitNodes(after);
}
