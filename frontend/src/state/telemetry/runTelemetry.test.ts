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
});
