/** The arena: variants of a network beside each other. Loaded when it is first opened. */
export { Arena as default } from "./Arena";
