import { encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Run, RunSpec } from "@/contracts";
import { probes, series } from "./measurements";
import { runController, runStore } from "./runStore";

const spec: RunSpec = {
  data: { dataset: "digits" },
  network: { nodes: [{ id: "fc1", kind: "linear", out_features: 10 }] },
  loss: { kind: "softmax_cross_entropy" },
  optimizer: { kind: "adam", learning_rate: 0.001 },
};

interface Request {
  method: string;
  path: string;
  body: unknown;
}

class FakeSocket {
  static opened: FakeSocket[] = [];
  binaryType = "blob";
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly address: URL) {
    FakeSocket.opened.push(this);
  }

  close(): void {}

  receive(fields: Record<string, unknown>): void {
    this.onmessage?.({ data: encode(fields).slice().buffer });
  }
}

function floats(...values: number[]) {
  return {
    dtype: "float32",
    shape: [values.length],
    data: new Uint8Array(new Float32Array(values).buffer),
  };
}

function steps(...values: number[]) {
  return {
    dtype: "uint32",
    shape: [values.length],
    data: new Uint8Array(new Uint32Array(values).buffer),
  };
}

const filters = {
  type: "probe",
  probe: "filters",
  node: "conv1",
  parameter: null,
  step: 0,
  weight: { ...floats(0.5), shape: [1, 1, 1, 1] },
  low: 0,
  high: 1,
  out_channels: 1,
  in_channels: 1,
};

describe("runController", () => {
  let requests: Request[];
  let refusal: { status: number; body: unknown } | null;
  let created: number;

  function run(id: string, state: Run["state"], generation = 0) {
    return {
      id,
      state,
      spec,
      step: 0,
      steps_per_epoch: 10,
      generation,
      settings: { steps_per_second: null },
      metrics: {},
    };
  }

  const socket = (): FakeSocket => {
    const latest = FakeSocket.opened.at(-1);
    if (latest === undefined) throw new Error("no socket was opened");
    return latest;
  };

  const state = (seq: number, name: Run["state"], extra: object = {}) => ({
    type: "state",
    seq,
    step: 0,
    state: name,
    reason: null,
    epoch: 0,
    generation: 0,
    error: null,
    ...extra,
  });

  const commands = () =>
    requests.filter(({ path }) => path.endsWith("/commands")).map(({ body }) => body);

  beforeEach(() => {
    requests = [];
    refusal = null;
    created = 0;
    FakeSocket.opened = [];
    vi.stubGlobal("WebSocket", FakeSocket);
    vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) => {
      const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : null;
      requests.push({ method: init.method ?? "GET", path, body });
      if (refusal !== null) {
        return Promise.resolve(Response.json(refusal.body, { status: refusal.status }));
      }
      if (init.method === "POST" && !path.endsWith("/commands")) created += 1;
      return Promise.resolve(Response.json(run(`r${created}`, "queued"), { status: 201 }));
    });
  });

  afterEach(async () => {
    await runController.discard();
    vi.unstubAllGlobals();
  });

  it("creates a paused run, listens, and starts it only once it stands ready", async () => {
    await runController.play(spec);
    expect(requests[0]).toMatchObject({
      method: "POST",
      path: "/api/runs?paused=true&unwatched=stop",
      body: spec,
    });
    expect(socket().address.pathname).toBe("/api/runs/r1/stream");
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r1", "starting"), last_seq: 0 });
    expect(commands()).toEqual([]);
    socket().receive({ ...filters, seq: 1 });
    socket().receive(state(2, "paused"));
    socket().receive(state(3, "paused"));
    expect(commands()).toEqual([{ command: "resume" }]);
    expect(probes.initialFilters("conv1")?.step).toBe(0);
  });

  it("resumes the run that fits, and creates another for another network", async () => {
    await runController.play(spec);
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r1", "paused"), last_seq: 0 });
    await runController.play({ ...spec, name: "renamed" });
    expect(commands()).toEqual([{ command: "resume" }, { command: "resume" }]);
    await runController.play({ ...spec, seed: 3 });
    expect(requests.slice(-2).map(({ method, path }) => `${method} ${path}`)).toEqual([
      "DELETE /api/runs/r1",
      "POST /api/runs?paused=true&unwatched=stop",
    ]);
    expect(runStore.getState().run?.id).toBe("r2");
  });

  it("goes on with the same run after the learning rate was changed while it trains", async () => {
    await runController.play(spec);
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r1", "running"), last_seq: 0 });
    await runController.setLearningRate(0.01);
    socket().receive(state(1, "paused"));
    const faster = { ...spec, optimizer: { ...spec.optimizer, learning_rate: 0.01 } };
    await runController.play(faster);
    expect(created).toBe(1);
    expect(commands()).toContainEqual({ command: "set", learning_rate: 0.01 });
    await runController.play(spec);
    expect(created).toBe(2);
  });

  it("sets a speed limit while a run trains, and tells it to the run that follows before it starts", async () => {
    await runController.play(spec);
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r1", "starting"), last_seq: 0 });
    await runController.setSpeedLimit(2);
    expect(commands()).toEqual([]);
    socket().receive(state(1, "paused"));
    await vi.waitFor(() => {
      expect(commands()).toEqual([{ command: "set", steps_per_second: 2 }, { command: "resume" }]);
    });
    socket().receive(state(2, "running"));
    await runController.setSpeedLimit(8);
    expect(commands().at(-1)).toEqual({ command: "set", steps_per_second: 8 });
    await runController.play({ ...spec, seed: 3 });
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r2", "paused"), last_seq: 0 });
    await vi.waitFor(() => {
      expect(commands().slice(-2)).toEqual([
        { command: "set", steps_per_second: 8 },
        { command: "resume" },
      ]);
    });
    await runController.setSpeedLimit(null);
    expect(commands().at(-1)).toEqual({ command: "set", steps_per_second: null });
    expect(runController.speed.getState().limit).toBeNull();
  });

  it("steps a run into being, and creates it once when asked twice", async () => {
    await Promise.all([runController.step(spec, 5), runController.step(spec, 5)]);
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r1", "paused"), last_seq: 0 });
    expect(created).toBe(1);
    expect(commands()).toEqual([{ command: "step", count: 5 }]);
  });

  it("lets everything measured go with a reset, and keeps it through a reconnect", async () => {
    await runController.play(spec);
    const socketNow = socket();
    socketNow.receive({ type: "hello", seq: 0, step: 0, run: run("r1", "running"), last_seq: 0 });
    socketNow.receive({ ...filters, seq: 1 });
    socketNow.receive({
      type: "metrics",
      seq: 2,
      step: 2,
      steps: steps(1, 2),
      values: { train_loss: floats(2, 1) },
    });
    socketNow.receive({
      type: "hello",
      seq: 2,
      step: 2,
      run: run("r1", "paused", 1),
      last_seq: 9,
    });
    expect(series.get("train_loss")?.length).toBe(2);
    socketNow.receive(state(3, "paused", { generation: 1 }));
    expect(series.get("train_loss")).toBeNull();
    expect(probes.filters("conv1")).toBeNull();
    expect(runStore.getState()).toMatchObject({ generation: 1, latest: { trainLoss: null } });
  });

  it("replaces the history by a snapshot's", async () => {
    await runController.play(spec);
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r1", "running"), last_seq: 5 });
    for (const seq of [5, 50]) {
      socket().receive({
        type: "snapshot",
        seq,
        step: 3,
        run: run("r1", "running"),
        metrics: [{ steps: steps(1, 2, 3), values: { train_loss: floats(3, 2, 1) } }],
      });
    }
    expect(series.get("train_loss")?.length).toBe(3);
    expect(runStore.getState().latest).toMatchObject({ step: 3, epoch: 0.3, trainLoss: 1 });
  });

  it("tells why the server refused, and does not throw", async () => {
    refusal = {
      status: 422,
      body: { error: { code: "too_large", message: "Too many weights.", hint: "Use fewer." } },
    };
    await runController.play(spec);
    expect(runStore.getState()).toMatchObject({
      run: null,
      connection: "idle",
      message: { message: "Too many weights.", hint: "Use fewer." },
    });
  });

  it("tells of a failed run, and starts afresh on play", async () => {
    await runController.play(spec);
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r1", "running"), last_seq: 0 });
    const error = { code: "worker_lost", message: "The worker was killed.", hint: "Press play." };
    socket().receive(state(1, "failed", { error }));
    expect(runStore.getState().run).toMatchObject({ state: "failed", error });
    await runController.play(spec);
    expect(created).toBe(2);
    expect(runStore.getState().run?.error).toBeFalsy();
  });

  it("calls a run interrupted that the server does not know any more, and starts it afresh", async () => {
    await runController.play(spec);
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r1", "running"), last_seq: 0 });
    socket().onclose?.({ code: 4404 });
    expect(runStore.getState()).toMatchObject({
      connection: "lost",
      run: { state: "interrupted" },
    });
    await runController.play(spec);
    expect(created).toBe(2);
  });

  it("removes a run that arrives after it was given up", async () => {
    const playing = runController.play(spec);
    await runController.discard();
    await playing;
    expect(requests.map(({ method }) => method)).toEqual(["POST", "DELETE"]);
    expect(runStore.getState().run).toBeNull();
  });

  it("shows a notice once, however often it comes", async () => {
    await runController.play(spec);
    socket().receive({ type: "hello", seq: 0, step: 0, run: run("r1", "running"), last_seq: 0 });
    const notice = {
      type: "notice",
      seq: 4,
      step: 1,
      level: "warning",
      code: "slow",
      message: "m",
    };
    socket().receive(notice);
    socket().receive(notice);
    expect(runStore.getState().notices).toHaveLength(1);
    socket().receive({ ...notice, message: "in another language" });
    expect(runStore.getState().notices.map(({ message }) => message)).toEqual([
      "in another language",
    ]);
    socket().receive({ ...notice, node: "fc1" });
    expect(runStore.getState().notices).toHaveLength(2);
  });
});
