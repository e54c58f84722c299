/** Watching a run: the dock's views, the miniatures on the cards, a node's measurements. */
export { CardMiniature } from "./CardMiniature";
export { Dock, type DockTab } from "./Dock";
export { NodeMeasurements } from "./NodeMeasurements";
export { openTab, showTab } from "./preferences";
