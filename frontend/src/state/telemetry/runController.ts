/**
 * The acts a person has on a run: play, pause, step, stop, reset, another learning rate, another speed.
 *
 * A run is always created paused and started only once this page listens: so the measurement of
 * step 0 is never missed. Failures are told in the store's `message`; no act throws.
 */
import { createStore } from "zustand/vanilla";
import type { Run, RunSpec } from "@/contracts";
import {
  type Command,
  type CreateRunOptions,
  createRun,
  deleteRun,
  getRun,
  sendCommand,
} from "@/transport/rest";
import { RunStream, type StreamStatus } from "@/transport/stream";
import type { Trouble } from "@/words";
import { troubleOf } from "../trouble";
import { isTerminal, receive } from "./receive";
import type { RunTelemetry } from "./runTelemetry";
import { isCoveredBy, isSameSpec, withLearningRate } from "./specFit";

/** A command; or to train to the end of a whole epoch, whose steps are known once the run is built. */
type Wish = Command | "epoch";

interface Session {
  readonly id: string;
  stream: RunStream | null;
  /** What the run trains now; the learning rate may have changed since it was created. */
  spec: RunSpec;
  /** Whether `spec` came back from the server, with every default filled in. */
  readonly isAnswered: boolean;
  /** What to send as soon as the run stands ready before its next step. */
  whenPaused: Wish | null;
  /** Whether it was told the settings that outlive a run. */
  isSet: boolean;
}

export class RunController {
  private session: Session | null = null;
  /** Counts the acts that replace the run: an answer to an older one is out of date. */
  private act = 0;
  /** The spec that the server is being asked to run. */
  private creating: RunSpec | null = null;
  /** The speed limit in steps a second, for this run and those that follow; null is full speed. */
  readonly speed = createStore<{ limit: number | null }>()(() => ({ limit: null }));

  /** @param options what runs are created with, besides being paused and stopped when nobody watches */
  constructor(
    private readonly telemetry: RunTelemetry,
    private readonly options: () => CreateRunOptions = () => ({}),
  ) {}

  /** Build the run that trains `spec` and measure its step 0, where it is not there already. */
  async prepare(spec: RunSpec): Promise<void> {
    if (this.usable(spec) === null) await this.start(spec, null);
  }

  /** Resume the run that trains `spec`, or create it. */
  play(spec: RunSpec): Promise<void> {
    return this.proceed(spec, { command: "resume" });
  }

  /** Train `count` batches and stop again; creates the run where there is none. */
  step(spec: RunSpec, count: number): Promise<void> {
    return this.proceed(spec, { command: "step", count });
  }

  /** Train as many batches as one pass over the data has, and stop again. */
  stepEpoch(spec: RunSpec): Promise<void> {
    return this.proceed(spec, "epoch");
  }

  async pause(): Promise<void> {
    if (this.session !== null) this.session.whenPaused = null;
    if (this.state === "running") await this.send({ command: "pause" });
  }

  resume(): Promise<void> {
    return this.send({ command: "resume" });
  }

  stop(): Promise<void> {
    return this.send({ command: "stop" });
  }

  /** Back to step 0 and the same initial weights. A run that has ended is created once more. */
  async reset(): Promise<void> {
    const { run, connection } = this.telemetry.store.getState();
    if (run === null || this.session === null) return;
    if (isTerminal(run.state) || connection === "lost") await this.start(this.session.spec, null);
    else await this.send({ command: "reset" });
  }

  /** Training goes on with the new rate from the next step. */
  async setLearningRate(value: number): Promise<void> {
    const { run } = this.telemetry.store.getState();
    if (run === null || this.session === null || isTerminal(run.state)) return;
    this.session.spec = withLearningRate(this.session.spec, value);
    await this.send({ command: "set", learning_rate: value });
  }

  /** Training goes no faster than this from now on, in steps a second; null lets it go as fast as it can. */
  async setSpeedLimit(value: number | null): Promise<void> {
    this.speed.setState({ limit: value });
    if (this.takesSettings) await this.send({ command: "set", steps_per_second: value });
  }

  /** Look through the network at another sample; its feature maps come at once. */
  async pinSample(place: number): Promise<void> {
    if (this.takesSettings) await this.send({ command: "set", pinned_sample: place });
  }

  /** Watch a run that is already there, after a reload for instance. */
  async attach(id: string): Promise<void> {
    this.act += 1;
    const mine = this.act;
    try {
      const run = await getRun(id);
      if (mine !== this.act) return;
      this.session?.stream?.close();
      this.begin(run, null, null);
    } catch (failure) {
      if (mine === this.act) this.complain(failure);
    }
  }

  /** Let the run go: the network has changed, or another document was opened. */
  discard(): Promise<void> {
    const id = this.release();
    // Already gone is as good as removed; an unwatched run is stopped by the server anyway.
    if (id !== null) deleteRun(id).catch(() => {});
    return Promise.resolve();
  }

  /** Stop watching and leave the run as it is, for whoever takes it over; returns its id. */
  release(): string | null {
    const left = this.session;
    this.session = null;
    this.creating = null;
    this.act += 1;
    left?.stream?.close();
    this.telemetry.forget();
    return left?.id ?? null;
  }

  private get state(): Run["state"] | undefined {
    return this.telemetry.store.getState().run?.state;
  }

  /** Whether the run's process can hear of a setting; one that is building is told once it stands ready. */
  private get takesSettings(): boolean {
    return ["running", "paused", "finished", "diverged"].includes(this.state ?? "");
  }

  private complain(failure: unknown): void {
    this.telemetry.store.setState({ message: troubleOf(failure) });
  }

  /** What is known once the run is built. Its state comes by the stream alone, in order. */
  private adoptFacts({ steps_per_epoch, total_steps, device, settings, samples }: Run): void {
    const { run } = this.telemetry.store.getState();
    if (run === null) return;
    this.telemetry.store.setState({
      run: { ...run, steps_per_epoch, total_steps, device, settings, samples },
    });
    this.telemetry.schedulePublish();
  }

  private async send(command: Command): Promise<void> {
    if (this.session === null) return;
    const asked = this.session;
    this.telemetry.store.setState({ message: null });
    try {
      const answered = await sendCommand(asked.id, command);
      if (this.session === asked) this.adoptFacts(answered);
    } catch (failure) {
      if (this.session === asked) this.complain(failure);
    }
  }

  private async fulfil(wish: Wish): Promise<void> {
    if (wish !== "epoch") {
      await this.send(wish);
      return;
    }
    const asked = this.session;
    if (asked === null) return;
    try {
      const { steps_per_epoch: count } = await getRun(asked.id);
      if (count !== null && this.session === asked) await this.send({ command: "step", count });
    } catch (failure) {
      if (this.session === asked) this.complain(failure);
    }
  }

  private async sendWaiting(): Promise<void> {
    const ready = this.session;
    if (ready === null || this.state !== "paused") return;
    const command = ready.whenPaused;
    ready.whenPaused = null;
    if (!ready.isSet) {
      ready.isSet = true;
      // Before it goes on: a small run could be over before its limit came.
      const { limit } = this.speed.getState();
      if (limit !== null) await this.send({ command: "set", steps_per_second: limit });
    }
    if (command !== null && this.session === ready) await this.fulfil(command);
  }

  private changeStatus(status: StreamStatus): void {
    if (status === "closed") return;
    this.telemetry.store.setState({ connection: status });
    if (status === "lost") this.interrupt();
  }

  /** The server does not know the run: it no longer trains, whatever was heard of it last. */
  private interrupt(): void {
    const { run } = this.telemetry.store.getState();
    // A run that has ended may be cleared away; its figures are still those that were measured.
    if (run === null || isTerminal(run.state)) return;
    const message: Trouble = { message: { key: "run:gone" }, hint: { key: "run:goneHint" } };
    this.telemetry.store.setState({ run: { ...run, state: "interrupted" }, message });
  }

  private listen(opened: Session): void {
    opened.stream = new RunStream(opened.id, {
      onMessage: (message) => {
        receive(this.telemetry, message);
        void this.sendWaiting();
      },
      onStatus: (status) => {
        this.changeStatus(status);
      },
      onMalformed: (failure) => {
        this.telemetry.store.setState({
          message: {
            message: { key: "run:unreadable", figures: { reason: failure.message } },
            hint: { key: "run:unreadableHint" },
          },
        });
      },
    });
  }

  private begin(run: Run, spec: RunSpec | null, whenPaused: Wish | null): void {
    this.telemetry.forget();
    const { generation } = run;
    this.telemetry.store.setState({ run, generation, connection: "connecting" });
    this.telemetry.schedulePublish();
    this.session = {
      id: run.id,
      stream: null,
      spec: spec ?? run.spec,
      isAnswered: spec === null,
      whenPaused,
      isSet: spec === null,
    };
    if (spec === null) this.speed.setState({ limit: run.settings.steps_per_second });
    this.listen(this.session);
  }

  private async start(spec: RunSpec, whenPaused: Wish | null): Promise<void> {
    if (this.creating !== null && isSameSpec(this.creating, spec)) return;
    void this.discard();
    this.creating = spec;
    const mine = this.act;
    this.telemetry.store.setState({ connection: "connecting" });
    try {
      const run = await createRun(spec, { ...this.options(), paused: true, unwatched: "stop" });
      if (mine === this.act) this.begin(run, spec, whenPaused);
      else await deleteRun(run.id);
    } catch (failure) {
      if (mine !== this.act) return;
      this.telemetry.store.setState({ connection: "idle" });
      this.complain(failure);
    } finally {
      if (mine === this.act) this.creating = null;
    }
  }

  /** The run in hand, if it trains `spec` and can still go on. */
  private usable(spec: RunSpec): Session | null {
    const { run, connection } = this.telemetry.store.getState();
    if (this.session === null || run === null || connection === "lost") return null;
    if (isTerminal(run.state)) return null;
    const fits = this.session.isAnswered
      ? isCoveredBy(this.session.spec, spec)
      : isSameSpec(this.session.spec, spec);
    return fits ? this.session : null;
  }

  private async proceed(spec: RunSpec, command: Wish): Promise<void> {
    const fitting = this.usable(spec);
    if (fitting === null) await this.start(spec, command);
    else if (this.state === "paused") await this.fulfil(command);
    else if (this.state !== "running") fitting.whenPaused = command;
  }
}
