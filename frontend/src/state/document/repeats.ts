/**
 * Parts of a network that come again and again: the bottlenecks of a ResNet, the convolution and ReLU
 * pairs of a VGG, inception modules.
 *
 * Two parts are alike when they have the same kinds, wired the same way, with windows of the same size;
 * how many filters or units they have makes no difference. A repeat is a run of parts that are alike, one
 * behind the other; or a block with branches that stands alone and comes again elsewhere.
 */
import type { NetworkNode } from "@/contracts";
import { backboneOf, type Piece } from "./backbone";
import type { ResolvedNode } from "./graph";

export interface Repeat {
  /** The nodes of each part, in order; at least one part. */
  parts: readonly (readonly string[])[];
  /** All of them. */
  members: readonly string[];
  /** What the first part takes. */
  entry: string;
  /** The node whose output leaves the last part. */
  exit: string;
}

/** Whether a kind may begin a part: in "convolution, ReLU, convolution, ReLU" a part begins with the convolution. */
export type Leads = (kind: string) => boolean;

/** Longest part, in pieces: more is a network, not a part. */
const LONGEST_PART = 8;

/** A piece, or a block with what always follows it. */
interface Stretch {
  nodes: readonly ResolvedNode[];
  entry: string;
  signature: string;
  leads: boolean;
  branches: boolean;
}

/** The repeats of a network, in order; none of them share a node. */
export function findRepeats(nodes: readonly NetworkNode[], leads: Leads): Repeat[] {
  const known = new Map<string, number>();
  const stretches = withFollowers(
    backboneOf(nodes).map((piece): Stretch => {
      const branches = piece.nodes.length > 1;
      return {
        nodes: piece.nodes,
        entry: piece.entry,
        signature: signatureOf(piece, known),
        leads: branches || leads(piece.nodes[0]?.kind ?? ""),
        branches,
      };
    }),
  );
  const seen = new Map<string, number>();
  for (const { signature } of stretches) seen.set(signature, (seen.get(signature) ?? 0) + 1);

  const repeats: Repeat[] = [];
  for (let place = 0; place < stretches.length;) {
    const run = runAt(stretches, place);
    const here = stretches[place];
    if (run !== null) {
      repeats.push(repeatOf(stretches.slice(place, place + run.length * run.times), run.length));
      place += run.length * run.times;
      continue;
    }
    if (here?.branches === true && (seen.get(here.signature) ?? 0) > 1) {
      repeats.push(repeatOf([here], 1));
    }
    place += 1;
  }
  return repeats;
}

/** The run of parts that begins here, with the shortest part that there is; null where there is none. */
function runAt(
  stretches: readonly Stretch[],
  place: number,
): { length: number; times: number } | null {
  if (stretches[place]?.leads !== true) return null;
  const most = Math.min(LONGEST_PART, Math.floor((stretches.length - place) / 2));
  for (let length = 1; length <= most; length += 1) {
    const part = stretches.slice(place, place + length);
    // Blocks are parts by themselves; and one layer many times over is no part.
    if (length > 1 && part.some((one) => one.branches)) return null;
    if (part.length === 1 && part[0]?.nodes.length === 1) continue;
    if (length > 1 && part.every((one) => one.signature === part[0]?.signature)) continue;
    let times = 1;
    const same = (one: Stretch, offset: number): boolean =>
      stretches[place + times * length + offset]?.signature === one.signature;
    while (part.every(same)) times += 1;
    if (times > 1) return { length, times };
  }
  return null;
}

/** Joins each block with the layers that follow every block of the network: a ResNet's last ReLU. */
function withFollowers(stretches: readonly Stretch[]): Stretch[] {
  const tails = stretches.flatMap((one, place) => {
    if (!one.branches) return [];
    const rest = stretches.slice(place + 1);
    const end = rest.findIndex((next) => next.leads);
    return [rest.slice(0, end < 0 ? rest.length : end).map((next) => next.signature)];
  });
  const [first = [], ...others] = tails;
  let common = 0;
  while (
    others.length > 0 &&
    common < first.length &&
    others.every((tail) => tail[common] === first[common])
  ) {
    common += 1;
  }
  const joined: Stretch[] = [];
  for (let place = 0; place < stretches.length; place += 1) {
    const one = stretches[place];
    if (one === undefined) break;
    if (!one.branches || common === 0) {
      joined.push(one);
      continue;
    }
    const tail = stretches.slice(place + 1, place + 1 + common);
    joined.push({
      ...one,
      nodes: [...one.nodes, ...tail.flatMap((next) => next.nodes)],
      signature: [one, ...tail].map((next) => next.signature).join(";"),
    });
    place += common;
  }
  return joined;
}

function repeatOf(stretches: readonly Stretch[], length: number): Repeat {
  const parts: string[][] = [];
  for (let place = 0; place < stretches.length; place += length) {
    const part = stretches.slice(place, place + length);
    parts.push(part.flatMap((one) => one.nodes.map((node) => node.id)));
  }
  const members = parts.flat();
  return { parts, members, entry: stretches[0]?.entry ?? "", exit: members.at(-1) ?? "" };
}

/**
 * What makes two pieces alike, as text: the same for both, whatever their nodes are called and whichever
 * branch comes first. `known` numbers each layer by its kind and by the numbers of what it takes; it is
 * shared by all pieces that are compared.
 */
function signatureOf({ nodes, entry }: Piece, known: Map<string, number>): string {
  const branches = nodes.length > 1;
  const numbers = new Map<string, number>([[entry, -1]]);
  for (const node of nodes) {
    const inputs = node.inputs.map((id) => numbers.get(id) ?? Number.NaN);
    const text = `${windowOf(node, branches)}(${inputs.sort((a, b) => a - b).join()})`;
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    numbers.set(node.id, number);
  }
  numbers.delete(entry);
  return [...numbers.values()].sort((a, b) => a - b).join();
}

/**
 * The kind and the size of its window. In a plain stack the stride counts, too: where an image is made
 * smaller a new stage begins. The first block of a stage is told from the others by its wiring.
 */
function windowOf(node: ResolvedNode, branches: boolean): string {
  const settings = branches ? [node.kernel_size] : [node.kernel_size, node.stride];
  return [node.kind, ...settings.map(sizeOf)].join(" ").trimEnd();
}

function sizeOf(size: unknown): string {
  const pair: unknown[] = Array.isArray(size) ? size : [size, size];
  return pair[0] === undefined || pair[0] === null ? "" : pair.join("×");
}
