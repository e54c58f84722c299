import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CheckResult, Run, RunSpec } from "@/contracts";
import {
  checkStore,
  documentStore,
  open,
  setComponent,
  setRunSettings,
  undoEdit,
} from "../document";
import { runController, runStore } from "../telemetry/runStore";
import {
  isTraining,
  pause,
  play,
  playbackStore,
  RESTART_DELAY_MS,
  startFollowing,
} from "./playback";
import { needsNewRun } from "./training";

const spec: RunSpec = {
  name: "a",
  seed: 0,
  batch_size: 32,
  data: { dataset: "digits" },
  network: { nodes: [{ id: "flat1", kind: "flatten" }] },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "adam", learning_rate: 0.001 },
};

const inOrder = { ok: true, nodes: [], errors: [] } as unknown as CheckResult;
const broken = { ok: false, nodes: [], errors: [{ message: "no" }] } as unknown as CheckResult;

function running(state: Run["state"] = "running"): void {
  runStore.setState({ run: { id: "r", state, spec } as unknown as Run });
}

let end: () => void;
const calls = () => ({
  play: vi.mocked(runController.play),
  discard: vi.mocked(runController.discard),
  rate: vi.mocked(runController.setLearningRate),
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(runController, "play").mockResolvedValue();
  vi.spyOn(runController, "pause").mockResolvedValue();
  vi.spyOn(runController, "setLearningRate").mockResolvedValue();
  vi.spyOn(runController, "discard").mockImplementation(() => {
    runStore.setState({ run: null });
    return Promise.resolve();
  });
  runStore.setState({ run: null });
  playbackStore.setState({ wanted: false, changed: null });
  checkStore.setState({ result: inOrder, pending: false, problem: null });
  open(spec);
  end = startFollowing();
});

afterEach(() => {
  end();
  vi.useRealTimers();
});

describe("needsNewRun", () => {
  it("is for changes of substance only", () => {
    expect(needsNewRun(spec, { ...spec, name: "b" })).toBe(false);
    expect(needsNewRun(spec, { ...spec, optimizer: { kind: "adam", learning_rate: 1 } })).toBe(
      false,
    );
    expect(needsNewRun(spec, { ...spec, optimizer: { kind: "sgd", learning_rate: 0.001 } })).toBe(
      true,
    );
    expect(needsNewRun(spec, { ...spec, seed: 1 })).toBe(true);
    expect(needsNewRun(spec, structuredClone(spec))).toBe(false);
  });
});

describe("a change under a run", () => {
  it("starts a training run again, once the person has finished typing", () => {
    running();
    setRunSettings({ batch_size: 6 });
    vi.advanceTimersByTime(RESTART_DELAY_MS / 2);
    setRunSettings({ batch_size: 64 });
    expect(calls().discard).toHaveBeenCalledTimes(1);
    expect(playbackStore.getState().changed?.key).toBe("run:restarts");
    vi.advanceTimersByTime(RESTART_DELAY_MS);
    expect(calls().play).toHaveBeenCalledExactlyOnceWith({ ...spec, batch_size: 64 });
  });

  it("lets a paused run go without starting another", () => {
    running("paused");
    setRunSettings({ seed: 4 });
    vi.runAllTimers();
    expect(calls().discard).toHaveBeenCalledTimes(1);
    expect(calls().play).not.toHaveBeenCalled();
  });

  it("waits with the new run until the network is in order", () => {
    running();
    checkStore.setState({ result: broken });
    setRunSettings({ batch_size: 64 });
    vi.runAllTimers();
    expect(calls().play).not.toHaveBeenCalled();
    expect(isTraining()).toBe(true);
    checkStore.setState({ result: inOrder });
    vi.runAllTimers();
    expect(calls().play).toHaveBeenCalledTimes(1);
  });

  it("does not go on after a pause in the meantime", async () => {
    running();
    setRunSettings({ batch_size: 64 });
    await pause();
    vi.runAllTimers();
    expect(calls().play).not.toHaveBeenCalled();
  });

  it("sends a learning rate to the run that trains, and undoes it there too", () => {
    running();
    setComponent("optimizer", { kind: "adam", learning_rate: 0.01 });
    expect(calls().rate).toHaveBeenLastCalledWith(0.01);
    undoEdit();
    expect(calls().rate).toHaveBeenLastCalledWith(0.001);
    expect(calls().discard).not.toHaveBeenCalled();
  });
});

describe("play", () => {
  it("trains what is on screen", async () => {
    await play();
    expect(calls().play).toHaveBeenCalledExactlyOnceWith(documentStore.getState().history.present);
  });

  it("pressed during the check, trains after it", async () => {
    checkStore.setState({ pending: true });
    await play();
    expect(calls().play).not.toHaveBeenCalled();
    checkStore.setState({ pending: false });
    vi.runAllTimers();
    expect(calls().play).toHaveBeenCalledTimes(1);
  });
});
