/** The measurements of the run being watched. One run at a time: both stores are cleared together. */
import { ProbeStore } from "./probeStore";
import { SeriesStore } from "./seriesStore";

export const series = new SeriesStore();
export const probes = new ProbeStore();

export function clearMeasurements(): void {
  series.clear();
  probes.clear();
}
