/** Settings of the run: data, loss, optimizer, training, engine. */
export { DataSettings } from "./DataSettings";
export { LossSettings } from "./LossSettings";
export { RunSettings } from "./RunSettings";
