/** What the transport bar and the keys do. */
export * from "./obstacles";
export * from "./playback";
export { learningRateOf } from "./training";
