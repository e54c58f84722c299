/** The run of one variant: what is held of it, and the acts on it. */
import { useStore } from "zustand";
import type { RunSpec, RunState } from "@/contracts";
import { isTerminal } from "../telemetry/receive";
import { RunController } from "../telemetry/runController";
import type { RunStoreState } from "../telemetry/runState";
import { RunTelemetry } from "../telemetry/runTelemetry";

/**
 * How a run stands, as far as racing goes: "absent" where it was not asked for, "refused" where the server
 * would not have it, "queued" until another run gives its process back, "waiting" while it is built.
 */
export type Standing =
  "absent" | "refused" | "queued" | "waiting" | "paused" | "training" | "ended";

export class VariantRun {
  readonly telemetry = new RunTelemetry();
  readonly controller: RunController;

  /** @param others how many runs share the processors with it, asked when it is created */
  constructor(
    readonly spec: RunSpec,
    others: () => number,
  ) {
    this.controller = new RunController(this.telemetry, () => ({ beside: others() }));
  }

  get standing(): Standing {
    const { run, connection, message } = this.telemetry.store.getState();
    if (run !== null) return standingOf(run.state);
    if (connection !== "idle") return "waiting";
    return message === null ? "absent" : "refused";
  }

  get step(): number {
    const { latest, run } = this.telemetry.store.getState();
    return Math.max(latest.step ?? 0, run?.step ?? 0);
  }

  /** Resolves once its step 0 is measured, or nobody can say whether and when it will be. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      if (this.standing !== "waiting") {
        resolve();
        return;
      }
      const forget = this.telemetry.store.subscribe(() => {
        if (this.standing === "waiting") return;
        forget();
        resolve();
      });
    });
  }
}

function standingOf(state: RunState): Standing {
  if (state === "queued") return "queued";
  if (state === "starting") return "waiting";
  if (state === "running") return "training";
  return isTerminal(state) ? "ended" : "paused";
}

export function useVariantRun<Chosen>(
  run: VariantRun,
  selector: (state: RunStoreState) => Chosen,
): Chosen {
  return useStore(run.telemetry.store, selector);
}
