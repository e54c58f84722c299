/** The measurements of the run being watched. One run at a time: both stores are cleared together. */
import { theRun } from "./theRun";

export const { series, probes } = theRun;
