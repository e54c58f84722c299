/** What each message of a run's stream does to what is held of the run. */
import type { Run } from "@/contracts";
import type { Notice, StateChange, StreamMessage } from "@/transport/messages";
import type { RunTelemetry } from "./runTelemetry";

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

function changeState(telemetry: RunTelemetry, change: StateChange): void {
  const { run, generation } = telemetry.store.getState();
  if (run === null) return;
  const isReset = change.generation !== generation;
  if (isReset) telemetry.clearMeasurements();
  telemetry.store.setState({
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
  telemetry.publishNow();
}

function addNotice({ store }: RunTelemetry, notice: Notice): void {
  const { notices } = store.getState();
  // After a reconnect the newest notices may come once more.
  const isKnown = notices.some(
    ({ seq, code, message }) =>
      seq === notice.seq && code === notice.code && message === notice.message,
  );
  if (isKnown) return;
  store.setState({
    notices: [...notices, notice].slice(-noticesKept),
    ...(notice.level === "error" ? { message: tell(notice.message, notice.hint) } : {}),
  });
}

export function receive(telemetry: RunTelemetry, message: StreamMessage): void {
  const { store, series, probes } = telemetry;
  switch (message.type) {
    case "hello":
      // The generation is left alone: rows from before a reset may follow, then the reset itself.
      store.setState({ run: message.run });
      telemetry.schedulePublish();
      break;
    case "snapshot":
      // The history is new, and so are its pictures: those of an older generation must not stay.
      if (message.run.generation !== store.getState().generation) probes.clear();
      series.replace(message.metrics);
      store.setState({ run: message.run, generation: message.run.generation });
      telemetry.publishNow();
      break;
    case "state":
      changeState(telemetry, message);
      break;
    case "metrics":
      series.append(message);
      telemetry.schedulePublish();
      break;
    case "probe":
      probes.add(message);
      break;
    case "notice":
      addNotice(telemetry, message);
      break;
  }
}
