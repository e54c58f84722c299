/** Optimizers on surfaces of two variables. Loaded when it is first opened. */
export { Descents as default } from "./Descents";
