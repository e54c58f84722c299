/** What each message of a run's stream does to what is held of the run. */
import type { Run, RunFinding } from "@/contracts";
import type { Notice, NoticedFinding, StateChange, StreamMessage } from "@/transport/messages";
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
    // What ended the run is told with the run itself.
    message: null,
    ...(isReset ? { notices: [], findings: [] } : {}),
  });
  telemetry.publishNow();
}

/** The findings once this one came, changed or went; one that is known keeps its place. */
export function withFinding(
  findings: readonly RunFinding[],
  { status, ...finding }: NoticedFinding,
): readonly RunFinding[] {
  const place = findings.findIndex(({ id }) => id === finding.id);
  if (status === "withdrawn") return findings.filter(({ id }) => id !== finding.id);
  return place === -1 ? [...findings, finding] : findings.with(place, finding);
}

function isSame(one: Notice, other: Notice): boolean {
  return one.seq === other.seq && one.code === other.code && one.node === other.node;
}

function addNotice({ store }: RunTelemetry, notice: Notice): void {
  const { notices, message } = store.getState();
  const place = notices.findIndex((one) => isSame(one, notice));
  const told = { message: notice.message, hint: notice.hint };
  const known = notices[place];
  if (known === undefined) {
    store.setState({
      notices: [...notices, notice].slice(-noticesKept),
      ...(notice.level === "error" ? { message: told } : {}),
    });
    return;
  }
  // After a reconnect the newest notices come once more; in another language, where that was the reason.
  if (known.message === notice.message) return;
  store.setState({
    notices: notices.with(place, notice),
    ...(message?.message === known.message ? { message: told } : {}),
  });
}

export function receive(telemetry: RunTelemetry, message: StreamMessage): void {
  const { store, series, probes } = telemetry;
  switch (message.type) {
    case "hello":
      // The generation is left alone: rows from before a reset may follow, then the reset itself.
      store.setState({ run: message.run, findings: message.run.findings });
      telemetry.schedulePublish();
      break;
    case "snapshot":
      // The history is new, and so are its pictures: those of an older generation must not stay.
      if (message.run.generation !== store.getState().generation) probes.clear();
      telemetry.thaw();
      series.replace(message.metrics);
      store.setState({
        run: message.run,
        generation: message.run.generation,
        findings: message.run.findings,
      });
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
      if (message.finding === null) addNotice(telemetry, message);
      else store.setState({ findings: withFinding(store.getState().findings, message.finding) });
      break;
  }
}
