import type { Preparation } from "@/contracts";
import { useSpec } from "@/state/document";

/** What full ink is in the samples that the run learns from: more than 1 where their pixels are left as recorded. */
export function useFullInk(preparation: Preparation): number {
  const isRaw = useSpec(({ data }) => data.options?.normalize === false);
  return isRaw ? preparation.brightest : 1;
}
