import { useRun } from "@/state/telemetry/runStore";

/** Whether the run keeps samples to validate on; true as long as it is not known. */
export function useValidates(): boolean {
  return useRun(({ run }) => run?.samples?.validation !== 0);
}
