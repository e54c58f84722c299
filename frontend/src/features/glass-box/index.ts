/** The glass box: one step of a run, number by number. Loaded when it is opened. */
export { GlassBox } from "./GlassBox";
