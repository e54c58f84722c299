/** What is in the address: `#spec=<document>&run=<id>&arena=<variants>&descents=<optimizers>`; contents are base64url of raw-deflated JSON. */
import type { RunSpec } from "@/contracts";
import { isRecord, looksLikeNode } from "./fragment";

/** Longer than any honest network's text; a link beyond it is not unpacked. */
const LONGEST_JSON = 4_000_000;

export class BrokenLink extends Error {}

function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return source.pipeThrough(stream);
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LONGEST_JSON) throw new BrokenLink("The network in this link is too long.");
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let position = 0;
  for (const chunk of chunks) {
    all.set(chunk, position);
    position += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export async function pack(content: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return toBase64Url(await collect(through(bytes, new CompressionStream("deflate-raw"))));
}

/** Reads what `pack` wrote; throws `BrokenLink` where it did not. */
export async function unpack(text: string): Promise<unknown> {
  try {
    const packed = fromBase64Url(text);
    const bytes = await collect(through(packed, new DecompressionStream("deflate-raw")));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (failure) {
    if (failure instanceof BrokenLink) throw failure;
    throw new BrokenLink("The link to a network is cut off or altered.");
  }
}

export function encodeSpec(spec: RunSpec): Promise<string> {
  return pack(spec);
}

/** Reads what `encodeSpec` wrote; throws `BrokenLink` where it is no document. */
export async function decodeSpec(text: string): Promise<RunSpec> {
  const value = await unpack(text);
  if (!looksLikeSpec(value)) throw new BrokenLink("The link holds something that is no network.");
  return value;
}

/** Enough structure that the page can draw it; everything else is the check's to say. */
export function looksLikeSpec(value: unknown): value is RunSpec {
  if (!isRecord(value) || !isRecord(value.network) || !isRecord(value.data)) return false;
  if (typeof value.data.dataset !== "string") return false;
  if (!isRecord(value.loss) || typeof value.loss.kind !== "string") return false;
  if (!isRecord(value.optimizer) || typeof value.optimizer.kind !== "string") return false;
  const { nodes } = value.network;
  return Array.isArray(nodes) && nodes.every(looksLikeNode);
}

export interface HashParts {
  spec: string | null;
  run: string | null;
  arena: string | null;
  descents: string | null;
}

export function readHash(hash: string): HashParts {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    spec: parts.get("spec"),
    run: parts.get("run"),
    arena: parts.get("arena"),
    descents: parts.get("descents"),
  };
}

export function writeHash(parts: HashParts): string {
  const text = [
    ...(parts.spec === null ? [] : [`spec=${parts.spec}`]),
    ...(parts.run === null ? [] : [`run=${encodeURIComponent(parts.run)}`]),
    ...(parts.arena === null ? [] : [`arena=${parts.arena}`]),
    ...(parts.descents === null ? [] : [`descents=${parts.descents}`]),
  ].join("&");
  return text === "" ? "" : `#${text}`;
}
