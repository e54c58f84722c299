/** What classes are called. */
import { useMemo } from "react";
import { useSamples } from "./samples";

const none: readonly string[] = [];

/** The names of the data's classes, in order; empty until they are known. */
export function useClassNames(): readonly string[] {
  const samples = useSamples();
  return useMemo(() => samples?.classes ?? none, [samples]);
}

export function classNamed(names: readonly string[], index: number): string {
  return names[index] ?? String(index);
}
