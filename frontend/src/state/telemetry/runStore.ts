/** The run being watched, for the features: what it is, and the acts a person has on it. */
export { runController } from "./runController";
export { type Connection, type Latest, type RunStoreState, runStore, useRun } from "./runState";
