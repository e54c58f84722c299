/** What each message of the stream does to the stores. */
import type { Run } from "@/contracts";
import type { Notice, StateChange, StreamMessage } from "@/transport/messages";
import { clearMeasurements, probes, series } from "./measurements";
import { publishNow, runStore, schedulePublish } from "./runState";

const noticesKept = 50;

/** The states a run does not leave by itself. */
const terminal: ReadonlySet<Run["state"]> = new Set([
  "finished",
  "stopped",
  "diverged",
  "failed",
  "interrupted",
] as const);

export function isTerminal(state: Run["state"]): boolean {
  return terminal.has(state);
}

function tell(message: string, hint?: string | null): string {
  return hint == null ? message : `${message} ${hint}`;
}

function changeState(change: StateChange): void {
  const { run, generation } = runStore.getState();
  if (run === null) return;
  const isReset = change.generation !== generation;
  if (isReset) clearMeasurements();
  runStore.setState({
    run: {
      ...run,
      state: change.state,
      reason: change.reason,
      step: change.step,
      epoch: change.epoch ?? run.epoch,
      generation: change.generation,
      error: change.error,
    },
    generation: change.generation,
    message: change.error === null ? null : tell(change.error.message, change.error.hint),
    ...(isReset ? { notices: [] } : {}),
  });
  publishNow();
}

function addNotice(notice: Notice): void {
  const { notices } = runStore.getState();
  // After a reconnect the newest notices may come once more.
  const isKnown = notices.some(
    ({ seq, code, message }) =>
      seq === notice.seq && code === notice.code && message === notice.message,
  );
  if (isKnown) return;
  runStore.setState({
    notices: [...notices, notice].slice(-noticesKept),
    ...(notice.level === "error" ? { message: tell(notice.message, notice.hint) } : {}),
  });
}

export function receive(message: StreamMessage): void {
  switch (message.type) {
    case "hello":
      // The generation is left alone: rows from before a reset may follow, then the reset itself.
      runStore.setState({ run: message.run });
      schedulePublish();
      break;
    case "snapshot":
      // The history is new, and so are its pictures: those of an older generation must not stay.
      if (message.run.generation !== runStore.getState().generation) probes.clear();
      series.replace(message.metrics);
      runStore.setState({ run: message.run, generation: message.run.generation });
      publishNow();
      break;
    case "state":
      changeState(message);
      break;
    case "metrics":
      series.append(message);
      schedulePublish();
      break;
    case "probe":
      probes.add(message);
      break;
    case "notice":
      addNotice(message);
      break;
  }
}
