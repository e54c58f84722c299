/** Optimizers on surfaces of two variables. */
export * from "./acts";
export type { DescentsContent } from "./content";
export { descentStore, type Entrant, MOST_STEPS, useDescents } from "./descentStore";
export { decodeDescents, encodeDescents } from "./link";
