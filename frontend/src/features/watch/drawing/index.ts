/** Drawing for the network, and seeing what it makes of it. Loaded when the tab is first opened. */
export { DrawView as default } from "./DrawView";
