/** Watching a run: the dock's views, the miniatures on the cards, a node's measurements. */
export { CardMiniature } from "./CardMiniature";
export { Dock } from "./Dock";
export { NodeMeasurements } from "./NodeMeasurements";
