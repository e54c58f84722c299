import { encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Run } from "@/contracts";
import { runStore } from "../telemetry/runStore";
import { glassStore, look, neededNodes, pickAt, placeAt, samplesToHold, startLooking } from ".";
import {
  aimAt,
  goTo,
  goToEnd,
  goToNode,
  hover,
  move,
  pin,
  showChannel,
  showSample,
  unpin,
} from ".";

const nodes = [
  { id: "conv1", kind: "conv2d" },
  { id: "relu1", kind: "relu" },
  { id: "skip1", kind: "add", inputs: ["relu1", "conv1"] },
  { id: "fc1", kind: "linear" },
];

function run(changes: Partial<Run> = {}): Run {
  return {
    id: "one",
    state: "paused",
    step: 3,
    generation: 0,
    spec: { network: { nodes }, batch_size: 4 },
    ...changes,
  } as unknown as Run;
}

function array(values: number[], shape = [values.length]) {
  return { dtype: "float32", shape, data: new Uint8Array(new Float32Array(values).buffer) };
}

interface Question {
  samples: number;
  nodes: string[];
  step?: number;
}

/** What the server was asked, and what it answers: a trace of the step after that of the run. */
const asked: Question[] = [];
let step = 4;
let generation = 0;
let answer: (question: Question) => Response;

function traced(question: Question): Response {
  const node = (name: string) => ({
    node: name,
    kind: "relu",
    inputs: [],
    parameters: {},
    statistics: null,
    window: null,
    output: array([1], [1, 1]),
    gradient: array([2], [1, 1]),
    lines: [],
  });
  const body = {
    engine: "scratch",
    dtype: "float32",
    step: question.step ?? step,
    generation,
    batch: 4,
    samples: question.samples,
    learning_rate: 0.1,
    loss: 1,
    gradient_norm: 1,
    inputs: array([1, 2, 3, 4], [4, 1]),
    targets: array([0, 1, 0, 1]),
    input_gradient: array([0, 0, 0, 0], [4, 1]),
    forward: question.nodes.map(node),
    backward: question.nodes.map(node),
    loss_lines: { forward: [], backward: [] },
    update_lines: [],
  };
  return new Response(encode(body).slice());
}

function refused(status: number, code: string): Response {
  const error = { code, message: "no", hint: null, node: null, field: null };
  return new Response(JSON.stringify({ error }), {
    status,
    headers: { "Content-Type": "application/json" },
  });
}

let stop: () => void;

beforeEach(() => {
  asked.length = 0;
  step = 4;
  generation = 0;
  answer = traced;
  vi.stubGlobal("fetch", (_: unknown, init: RequestInit) => {
    const question = JSON.parse(init.body as string) as Question;
    asked.push(question);
    return Promise.resolve(answer(question));
  });
  glassStore.setState(glassStore.getInitialState(), true);
  runStore.setState({ run: run() });
  stop = startLooking();
});

afterEach(() => {
  stop();
  runStore.setState({ run: null });
  vi.unstubAllGlobals();
});

function settled(condition: () => boolean): Promise<void> {
  return vi.waitFor(() => {
    expect(condition()).toBe(true);
  });
}

const held = (name: string) => glassStore.getState().nodes.has(name);
const looked = () => glassStore.getState().trace !== null;

describe("a look at a step", () => {
  it("asks for what belongs to no layer, then for the layers that one gets to, once each", async () => {
    await settled(looked);
    expect(asked).toEqual([{ samples: 4, nodes: [] }]);
    goToNode("relu1");
    await settled(() => held("relu1"));
    move(-1);
    await settled(() => held("conv1"));
    move(1);
    expect(asked.slice(1)).toEqual([
      { samples: 4, nodes: ["relu1"], step: 4 },
      { samples: 4, nodes: ["conv1"], step: 4 },
    ]);
  });

  it("fetches on the way back the layers before as well, every branch of them", async () => {
    await settled(looked);
    expect(neededNodes({ pass: "backward", node: "skip1" }, run(), null)).toEqual([
      "skip1",
      "relu1",
      "conv1",
    ]);
    expect(neededNodes({ pass: "backward", node: "conv1" }, run(), null)).toEqual(["conv1"]);
    expect(neededNodes({ pass: "loss" }, run(), null)).toEqual(["fc1"]);
    expect(neededNodes({ pass: "update" }, run(), "conv1")).toEqual(["conv1"]);
    expect(neededNodes({ pass: "data" }, run(), "conv1")).toEqual([]);
  });

  it("is taken anew at each step of a run that holds, in the same place", async () => {
    goToNode("relu1");
    await settled(() => held("relu1"));
    step = 5;
    runStore.setState({ run: run({ step: 4 }) });
    await settled(() => glassStore.getState().trace?.step === 5 && held("relu1"));
    expect(placeAt(glassStore.getState())).toEqual({ pass: "forward", node: "relu1" });
  });

  it("stays while the run trains on, until another is asked for", async () => {
    await settled(looked);
    runStore.setState({ run: run({ state: "running", step: 40 }) });
    expect(asked).toHaveLength(1);
    step = 41;
    await look();
    expect(glassStore.getState().trace?.step).toBe(41);
  });

  it("is taken anew once the run was reset, or is another", async () => {
    await settled(looked);
    generation = 1;
    step = 1;
    runStore.setState({ run: run({ generation: 1, step: 0 }) });
    await settled(() => glassStore.getState().trace?.generation === 1);
    generation = 0;
    runStore.setState({ run: run({ id: "two", step: 0 }) });
    await settled(() => glassStore.getState().runId === "two");
  });

  it("is not taken of a run whose process has gone", async () => {
    await settled(looked);
    runStore.setState({ run: run({ id: "two", state: "stopped" }) });
    await look();
    expect(asked).toHaveLength(1);
  });

  it("shows fewer samples of a layer that is too large for all", async () => {
    await settled(looked);
    showSample(3);
    answer = (question) =>
      question.samples > 1 ? refused(422, "trace_too_large") : traced(question);
    goToNode("conv1");
    await settled(() => held("conv1"));
    expect(asked.slice(1).map(({ samples }) => samples)).toEqual([4, 1]);
    expect(glassStore.getState()).toMatchObject({ samples: 1, sample: 0, problem: null });
  });

  it("tells of a layer that is too large even so, and shows the others", async () => {
    await settled(looked);
    answer = (question) =>
      question.nodes.includes("relu1") ? refused(422, "trace_too_large") : traced(question);
    goToNode("skip1");
    move(1 + 2 + 1);
    // Backward, skip1 needs both layers before it.
    expect(placeAt(glassStore.getState())).toEqual({ pass: "backward", node: "skip1" });
    await settled(() => held("skip1") && held("conv1"));
    await settled(() => glassStore.getState().tooLarge.has("relu1"));
    expect(glassStore.getState().problem).toBeNull();
    // It is not asked for over and over.
    expect(asked.filter(({ nodes: names }) => names.includes("relu1"))).toHaveLength(2);
  });

  it("tells what went wrong and does not ask again by itself", async () => {
    await settled(looked);
    answer = () => refused(409, "step_gone");
    goToNode("conv1");
    await settled(() => glassStore.getState().problem !== null);
    const before = asked.length;
    move(1);
    move(1);
    await Promise.resolve();
    expect(asked).toHaveLength(before);
    answer = traced;
    await look();
    await settled(
      () => glassStore.getState().problem === null && glassStore.getState().nodes.size > 0,
    );
  });
});

describe("samples to hold", () => {
  it("are all of a small network's batch, and one of a network beyond measure", () => {
    expect(samplesToHold(32, 1000)).toBe(32);
    expect(samplesToHold(1000, 10)).toBe(128);
    expect(samplesToHold(100, 100_000)).toBe(20);
    expect(samplesToHold(100, 1e9)).toBe(1);
  });
});

describe("the moves", () => {
  it("go through the step and stop at its ends", async () => {
    await settled(looked);
    const { places } = glassStore.getState();
    expect(places).toHaveLength(2 * nodes.length + 3);
    move(-1);
    expect(placeAt(glassStore.getState())).toEqual({ pass: "data" });
    goToEnd();
    move(1);
    expect(placeAt(glassStore.getState())).toEqual({ pass: "update" });
    goTo(nodes.length + 1);
    expect(placeAt(glassStore.getState())).toEqual({ pass: "loss" });
    move(1);
    expect(placeAt(glassStore.getState())).toEqual({ pass: "backward", node: "fc1" });
    // To another layer on the way that one is on.
    goToNode("conv1");
    expect(placeAt(glassStore.getState())).toEqual({ pass: "backward", node: "conv1" });
  });

  it("keep what was chosen in each place", async () => {
    await settled(looked);
    goToNode("conv1");
    pin(7);
    showChannel(2);
    move(1);
    expect(pickAt(glassStore.getState()).pinned).toBeNull();
    move(-1);
    hover(3);
    expect(pickAt(glassStore.getState())).toMatchObject({ pinned: 7, hovered: 3, channel: 2 });
    expect(unpin()).toBe(true);
    expect(unpin()).toBe(false);
    // Another tensor has cells of its own.
    pin(7);
    aimAt("weight");
    expect(pickAt(glassStore.getState())).toMatchObject({ aim: "weight", pinned: null });
  });

  it("stay inside the batch", async () => {
    await settled(looked);
    showSample(99);
    expect(glassStore.getState().sample).toBe(3);
    showSample(-1);
    expect(glassStore.getState().sample).toBe(0);
  });
});
