import { encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setLocale } from "./locale";
import type { StreamMessage } from "./messages";
import { RunStream, type Socket, type StreamEnvironment, type StreamStatus } from "./stream";

class FakeSocket implements Socket {
  binaryType = "blob";
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  onerror: Socket["onerror"] = null;
  closed = false;

  constructor(readonly path: string) {}

  close(): void {
    this.closed = true;
  }

  receive(fields: Record<string, unknown>): void {
    const bytes = encode(fields);
    this.onmessage?.({ data: bytes.slice().buffer });
  }
}

const run = { id: "r1", state: "running", step: 0, generation: 0 };
const hello = { type: "hello", seq: 0, step: 0, run, probes: [], last_seq: 0 };

function metrics(seq: number, step: number) {
  return {
    type: "metrics",
    seq,
    step,
    steps: { dtype: "uint32", shape: [1], data: new Uint8Array(new Uint32Array([step]).buffer) },
    values: {},
  };
}

describe("RunStream", () => {
  let sockets: FakeSocket[];
  let waits: { action: () => void; milliseconds: number; cancelled: boolean }[];
  let wakers: Set<() => void>;
  let messages: StreamMessage[];
  let statuses: StreamStatus[];
  let failures: string[];
  let stream: RunStream;

  const latest = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error("no socket was opened");
    return socket;
  };

  const runWait = (): void => {
    const wait = waits.at(-1);
    if (wait === undefined || wait.cancelled) throw new Error("nothing is scheduled");
    wait.cancelled = true;
    wait.action();
  };

  beforeEach(() => {
    sockets = [];
    waits = [];
    wakers = new Set();
    messages = [];
    statuses = [];
    failures = [];
    const environment: StreamEnvironment = {
      open(path) {
        const socket = new FakeSocket(path);
        sockets.push(socket);
        return socket;
      },
      schedule(action, milliseconds) {
        const wait = { action, milliseconds, cancelled: false };
        waits.push(wait);
        return () => {
          wait.cancelled = true;
        };
      },
      random: () => 0,
      onWake(action) {
        wakers.add(action);
        return () => wakers.delete(action);
      },
    };
    stream = new RunStream(
      "r 1",
      {
        onMessage: (message) => messages.push(message),
        onStatus: (status) => statuses.push(status),
        onMalformed: (failure) => failures.push(failure.message),
      },
      environment,
    );
  });

  afterEach(() => {
    stream.close();
  });

  it("asks for everything at first, and for what it missed after a loss", () => {
    expect(latest().path).toBe("/api/runs/r%201/stream?locale=en");
    expect(latest().binaryType).toBe("arraybuffer");
    latest().receive(hello);
    latest().receive(metrics(7, 3));
    latest().onclose?.({ code: 1012, reason: "" });
    runWait();
    expect(latest().path).toBe("/api/runs/r%201/stream?locale=en&after=7");
    latest().receive(hello);
    expect(statuses).toEqual(["connecting", "live", "reconnecting", "reconnecting", "live"]);
  });

  it("delivers a lossless message once, however often it comes", () => {
    latest().receive(hello);
    for (const seq of [1, 2, 2, 1, 3]) latest().receive(metrics(seq, seq));
    expect(messages.filter(({ type }) => type === "metrics").map(({ seq }) => seq)).toEqual([
      1, 2, 3,
    ]);
  });

  it("does not count pictures and notices as having read up to there", () => {
    latest().receive(hello);
    latest().receive(metrics(5, 1));
    latest().receive({ type: "notice", seq: 99, step: 1, level: "error", code: "c", message: "m" });
    latest().onclose?.({ code: 1006, reason: "" });
    runWait();
    expect(latest().path).toMatch(/after=5$/);
  });

  it("starts from a snapshot's number", () => {
    latest().receive(hello);
    latest().receive({ type: "snapshot", seq: 40, step: 9, run, metrics: [] });
    latest().receive(metrics(40, 9));
    latest().receive(metrics(41, 10));
    expect(messages.map(({ type, seq }) => `${type} ${String(seq)}`)).toEqual([
      "hello 0",
      "snapshot 40",
      "metrics 41",
    ]);
  });

  it("waits longer after each failure, and briefly again once a hello came", () => {
    for (let loss = 0; loss < 3; loss += 1) {
      latest().onclose?.({ code: 1006, reason: "" });
      runWait();
    }
    latest().receive(hello);
    latest().onclose?.({ code: 1006, reason: "" });
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([125, 250, 500, 125]);
  });

  it("does not come back to a run the server does not know", () => {
    latest().onclose?.({ code: 4404, reason: "" });
    expect(waits).toEqual([]);
    expect(wakers.size).toBe(0);
    expect(statuses.at(-1)).toBe("lost");
  });

  it("tries at once when the network is back, and leaves a live connection alone", () => {
    latest().receive(hello);
    wakers.forEach((wake) => {
      wake();
    });
    expect(sockets).toHaveLength(1);
    latest().onclose?.({ code: 1006, reason: "" });
    wakers.forEach((wake) => {
      wake();
    });
    expect(sockets).toHaveLength(2);
    expect(waits.at(-1)?.cancelled).toBe(true);
  });

  it("opens anew in another language, from where it was, and calls it no loss", () => {
    latest().receive(hello);
    latest().receive(metrics(7, 3));
    const before = latest();
    setLocale("zh-CN");
    expect(before.closed).toBe(true);
    expect(latest().path).toBe("/api/runs/r%201/stream?locale=zh-CN&after=7");
    latest().receive(hello);
    expect(statuses).toEqual(["connecting", "live", "live"]);
    stream.close();
    setLocale("en");
    expect(sockets).toHaveLength(2);
  });

  it("reports a malformed message and goes on", () => {
    latest().receive(hello);
    latest().receive({ type: "metrics", seq: 1, step: 1, steps: "none", values: {} });
    latest().onmessage?.({ data: "text" });
    latest().receive(metrics(2, 2));
    expect(failures).toHaveLength(2);
    expect(failures[0]).toMatch(/metrics\.steps: expected an array/);
    expect(messages.at(-1)).toMatchObject({ type: "metrics", seq: 2 });
  });

  it("is silent once closed", () => {
    const socket = latest();
    stream.close();
    expect(socket.closed).toBe(true);
    socket.onclose?.({ code: 1000, reason: "" });
    socket.receive(hello);
    expect(statuses).toEqual(["connecting"]);
    expect(messages).toEqual([]);
    expect(wakers.size).toBe(0);
  });
});
