/**
 * The acts a person has on a run: play, pause, step, stop, reset, another learning rate.
 *
 * A run is always created paused and started only once this page listens: so the measurement of
 * step 0 is never missed. Failures are told in the store's `message`; no act throws.
 */
import type { Run, RunSpec } from "@/contracts";
import {
  ApiError,
  type Command,
  createRun,
  deleteRun,
  getRun,
  sendCommand,
} from "@/transport/rest";
import { RunStream, type StreamStatus } from "@/transport/stream";
import { clearMeasurements } from "./measurements";
import { isTerminal, receive } from "./receive";
import { forgetRun, runStore, schedulePublish } from "./runState";
import { isCoveredBy, isSameSpec, withLearningRate } from "./specFit";

interface Session {
  readonly id: string;
  stream: RunStream | null;
  /** What the run trains now; the learning rate may have changed since it was created. */
  spec: RunSpec;
  /** Whether `spec` came back from the server, with every default filled in. */
  readonly isAnswered: boolean;
  /** What to send as soon as the run stands ready before its next step. */
  whenPaused: Command | null;
}

let session: Session | null = null;
/** Counts the acts that replace the run: an answer to an older one is out of date. */
let act = 0;
/** The spec that the server is being asked to run. */
let creating: RunSpec | null = null;

function complain(failure: unknown): void {
  const message =
    failure instanceof ApiError
      ? [failure.message, failure.hint].filter((text) => text !== null).join(" ")
      : String(failure);
  runStore.setState({ message });
}

/** What is known once the run is built. Its state comes by the stream alone, in order. */
function adoptFacts({ steps_per_epoch, total_steps, device }: Run): void {
  const { run } = runStore.getState();
  if (run === null) return;
  runStore.setState({ run: { ...run, steps_per_epoch, total_steps, device } });
  schedulePublish();
}

async function send(command: Command): Promise<void> {
  if (session === null) return;
  const asked = session;
  runStore.setState({ message: null });
  try {
    const answered = await sendCommand(asked.id, command);
    if (session === asked) adoptFacts(answered);
  } catch (failure) {
    if (session === asked) complain(failure);
  }
}

function sendWaiting(): void {
  if (session?.whenPaused == null || runStore.getState().run?.state !== "paused") return;
  const command = session.whenPaused;
  session.whenPaused = null;
  void send(command);
}

function changeStatus(status: StreamStatus): void {
  if (status === "closed") return;
  runStore.setState({ connection: status });
  if (status === "lost") interrupt();
}

/** The server does not know the run: it no longer trains, whatever was heard of it last. */
function interrupt(): void {
  const { run } = runStore.getState();
  // A run that has ended may be cleared away; its figures are still those that were measured.
  if (run === null || isTerminal(run.state)) return;
  const message = "The server does not know this run any more. Press play to start it afresh.";
  runStore.setState({ run: { ...run, state: "interrupted" }, message });
}

function listen(opened: Session): void {
  opened.stream = new RunStream(opened.id, {
    onMessage(message) {
      receive(message);
      sendWaiting();
    },
    onStatus: changeStatus,
    onMalformed(failure) {
      runStore.setState({
        message: `A message of the run could not be read (${failure.message}). Reload the page.`,
      });
    },
  });
}

function begin(run: Run, spec: RunSpec | null, whenPaused: Command | null): void {
  clearMeasurements();
  forgetRun();
  runStore.setState({ run, generation: run.generation, connection: "connecting" });
  schedulePublish();
  session = {
    id: run.id,
    stream: null,
    spec: spec ?? run.spec,
    isAnswered: spec === null,
    whenPaused,
  };
  listen(session);
}

/** Let go of the run; the server is told, and need not be waited for. */
function leave(): void {
  const left = session;
  session = null;
  creating = null;
  act += 1;
  left?.stream?.close();
  clearMeasurements();
  forgetRun();
  if (left !== null) {
    // Already gone is as good as removed; an unwatched run is stopped by the server anyway.
    deleteRun(left.id).catch(() => {});
  }
}

async function start(spec: RunSpec, whenPaused: Command | null): Promise<void> {
  if (creating !== null && isSameSpec(creating, spec)) return;
  leave();
  creating = spec;
  const mine = act;
  runStore.setState({ connection: "connecting" });
  try {
    const run = await createRun(spec, { paused: true, unwatched: "stop" });
    if (mine === act) begin(run, spec, whenPaused);
    else await deleteRun(run.id);
  } catch (failure) {
    if (mine !== act) return;
    runStore.setState({ connection: "idle" });
    complain(failure);
  } finally {
    if (mine === act) creating = null;
  }
}

/** The run in hand, if it trains `spec` and can still go on. */
function usable(spec: RunSpec): Session | null {
  const { run, connection } = runStore.getState();
  if (session === null || run === null || connection === "lost") return null;
  if (isTerminal(run.state)) return null;
  const fits = session.isAnswered
    ? isCoveredBy(session.spec, spec)
    : isSameSpec(session.spec, spec);
  return fits ? session : null;
}

async function proceed(spec: RunSpec, command: Command): Promise<void> {
  const fitting = usable(spec);
  const state = runStore.getState().run?.state;
  if (fitting === null) await start(spec, command);
  else if (state === "paused") await send(command);
  else if (state !== "running") fitting.whenPaused = command;
}

export const runController = {
  /** Resume the run that trains `spec`, or create it. */
  play: (spec: RunSpec): Promise<void> => proceed(spec, { command: "resume" }),

  /** Train `count` batches and stop again; creates the run where there is none. */
  step: (spec: RunSpec, count: number): Promise<void> => proceed(spec, { command: "step", count }),

  async pause(): Promise<void> {
    if (session !== null) session.whenPaused = null;
    if (runStore.getState().run?.state === "running") await send({ command: "pause" });
  },

  resume: (): Promise<void> => send({ command: "resume" }),

  stop: (): Promise<void> => send({ command: "stop" }),

  /** Back to step 0 and the same initial weights. A run that has ended is created once more. */
  async reset(): Promise<void> {
    const { run, connection } = runStore.getState();
    if (run === null || session === null) return;
    if (isTerminal(run.state) || connection === "lost") await start(session.spec, null);
    else await send({ command: "reset" });
  },

  /** Training goes on with the new rate from the next step. */
  async setLearningRate(value: number): Promise<void> {
    const { run } = runStore.getState();
    if (run === null || session === null || isTerminal(run.state)) return;
    session.spec = withLearningRate(session.spec, value);
    await send({ command: "set", learning_rate: value });
  },

  /** Watch a run that is already there, after a reload for instance. */
  async attach(id: string): Promise<void> {
    act += 1;
    const mine = act;
    try {
      const run = await getRun(id);
      if (mine !== act) return;
      session?.stream?.close();
      begin(run, null, null);
    } catch (failure) {
      if (mine === act) complain(failure);
    }
  },

  /** Let the run go: the network has changed, or another document was opened. */
  discard(): Promise<void> {
    leave();
    return Promise.resolve();
  },
};
