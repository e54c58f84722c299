/** The run being watched, for the features: what it is, and the acts a person has on it. */
export type { Connection, Latest, RunStoreState } from "./runState";
export { runController, runStore, useRun } from "./theRun";
