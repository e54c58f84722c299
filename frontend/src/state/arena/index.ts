/** The arena: variants of a network that are trained beside each other. */
export * from "./acts";
export { alignLayers, type LayerColumn } from "./alignment";
export { type ArenaState, arenaStore, useArena, type Variant } from "./arenaStore";
export { applyChange as withChange, type Change, type Setting } from "./changes";
export { type Difference, differences } from "./differences";
export { decodeArena, encodeArena } from "./link";
export { layerFields, type Offer, offersFor } from "./offers";
export { type Measured, type Outcome, outcomeOf } from "./outcomes";
export * from "./race";
export { type SameStart, sameStart } from "./sameStart";
export { MOST_BY_HAND, type SetName, setsFor, type VariantSet } from "./sets";
export { useVariantRun, type VariantRun } from "./variantRun";
