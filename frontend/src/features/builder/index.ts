/** Building the network: the palette and the graph. */
export { insertHere } from "./insertion";
export { NetworkGraph } from "./NetworkGraph";
export { Palette } from "./Palette";
export type { RenderMiniature } from "./miniature";
