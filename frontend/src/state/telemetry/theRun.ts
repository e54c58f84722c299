/** The run that the studio watches, one at a time, and the acts a person has on it. */
import { useStore } from "zustand";
import { RunController } from "./runController";
import type { RunStoreState } from "./runState";
import { RunTelemetry } from "./runTelemetry";

export const theRun = new RunTelemetry();
export const runController = new RunController(theRun);

export const runStore = theRun.store;

export function useRun<Chosen>(selector: (state: RunStoreState) => Chosen): Chosen {
  return useStore(runStore, selector);
}
