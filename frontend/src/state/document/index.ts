/** The document's side of the state: what is being built, what can be built, and what is wrong. */
export * from "./catalogStore";
export * from "./checkStore";
export * from "./clipboard";
export * from "./documentStore";
export type { Place } from "./edits";
export * from "./files";
export { edgesOf, INPUT, type Edge } from "./graph";
export { idProblem } from "./ids";
export * from "./moving";
export * from "./networkActs";
export * from "./preferences";
export type { Repeat } from "./repeats";
export { BrokenLink, decodeSpec, encodeSpec, readHash, writeHash } from "./url";
export * from "./viewStore";
