import { describe, expect, it } from "vitest";
import type { Run } from "@/contracts";
import { receive } from "./receive";
import { RunTelemetry } from "./runTelemetry";

function run(id: string, generation = 0): Run {
  return {
    id,
    state: "running",
    step: 0,
    steps_per_epoch: 10,
    generation,
    findings: [],
  } as unknown as Run;
}

function following(id: string): RunTelemetry {
  const telemetry = new RunTelemetry();
  receive(telemetry, { type: "snapshot", seq: 1, step: 0, run: run(id), metrics: [] });
  return telemetry;
}

describe("RunTelemetry", () => {
  it("keeps what one run measures apart from every other's", () => {
    const [one, other] = [following("a"), following("b")];
    receive(one, {
      type: "metrics",
      seq: 2,
      step: 2,
      steps: Uint32Array.of(1, 2),
      values: { train_loss: Float32Array.of(3, 2) },
    });
    one.publishNow();
    expect(one.store.getState().latest).toMatchObject({ step: 2, epoch: 0.2, trainLoss: 2 });
    expect(one.series.get("train_loss")?.length).toBe(2);
    expect(other.series.get("train_loss")).toBeNull();
    expect(other.store.getState().run?.id).toBe("b");
    one.forget();
    expect(one.store.getState().run).toBeNull();
    expect(one.series.get("train_loss")).toBeNull();
    expect(other.store.getState().run?.id).toBe("b");
  });

  it("holds scalars and figures while frozen, and lets go with a reset", () => {
    const telemetry = following("a");
    const measure = (seq: number, step: number): void => {
      const [steps, values] = [Uint32Array.of(step), { train_loss: Float32Array.of(1 / step) }];
      receive(telemetry, { type: "metrics", seq, step, steps, values });
      telemetry.publishNow();
    };
    measure(2, 1);
    telemetry.freeze();
    measure(3, 4);
    expect(telemetry.store.getState().frozen?.step).toBe(1);
    expect(telemetry.store.getState().latest).toMatchObject({ step: 4, trainLoss: 0.25 });
    expect(telemetry.series.get("train_loss")?.lastStep).toBe(1);
    telemetry.thaw();
    expect(telemetry.store.getState().frozen).toBeNull();
    expect(telemetry.series.get("train_loss")?.length).toBe(2);
    telemetry.freeze();
    const reset = { state: "paused", reason: null, epoch: 0, generation: 1, error: null } as const;
    receive(telemetry, { type: "state", seq: 4, step: 0, ...reset });
    expect(telemetry.store.getState().frozen).toBeNull();
    measure(5, 2);
    expect(telemetry.series.get("train_loss")?.lastStep).toBe(2);
  });
});
