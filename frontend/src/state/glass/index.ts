/** One step of a run under the glass. */
export * from "./glassStore";
export * from "./moves";
export { nodeOf, type Place, placeKey, placesOf } from "./places";
