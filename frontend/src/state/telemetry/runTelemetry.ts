/** Everything the page holds of one run: its state, its scalars over time, what was measured in its nodes. */
import { createStore } from "zustand/vanilla";
import { ProbeStore } from "./probeStore";
import { latestOf, noRun, type RunStoreState } from "./runState";
import { SeriesStore } from "./seriesStore";

/** Figures that people read change at most this often; the curves hold every value. */
const publishEvery = 125;

export class RunTelemetry {
  readonly series = new SeriesStore();
  readonly probes = new ProbeStore();
  readonly store = createStore<RunStoreState>()(() => noRun);
  private publishing: ReturnType<typeof setTimeout> | null = null;

  clearMeasurements(): void {
    this.series.clear();
    this.probes.clear();
    this.store.setState({ frozen: null });
  }

  /** Hold all that is shown of the measurements while training goes on; a reset or another run ends it. */
  freeze(): void {
    if (this.store.getState().run === null) return;
    this.publishNow();
    this.series.hold();
    this.probes.hold();
    this.store.setState(({ latest }) => ({ frozen: latest }));
  }

  /** Follow the run again. */
  thaw(): void {
    this.store.setState({ frozen: null });
    this.series.release();
    this.probes.release();
  }

  /** Back to "no run". */
  forget(): void {
    this.clearMeasurements();
    this.store.setState(noRun, true);
  }

  /** Ask for the latest figures to be brought up to date soon. */
  schedulePublish(): void {
    this.publishing ??= setTimeout(() => {
      this.publish();
    }, publishEvery);
  }

  /** Bring the latest figures up to date now: a reset must not show old ones for a moment. */
  publishNow(): void {
    if (this.publishing !== null) clearTimeout(this.publishing);
    this.publish();
  }

  private publish(): void {
    this.publishing = null;
    const { run } = this.store.getState();
    if (run !== null) this.store.setState({ latest: latestOf(run, this.series) });
  }
}
