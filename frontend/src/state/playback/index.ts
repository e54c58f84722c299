/** What the transport bar and the keys do. */
export * from "./obstacles";
export * from "./playback";
export * from "./speed";
export { learningRateOf } from "./training";
