/** What every stage starts from: the run's spec, the step, the sample, and what was chosen here. */
import { useMemo, useState } from "react";
import type { RunSpec } from "@/contracts";
import { pickAt, type Pick, type TracedNode, useGlass } from "@/state/glass";
import { useRun } from "@/state/telemetry/runStore";
import type { Tensor, Trace } from "@/transport/trace";
import { type Pass, type ReturnPass } from "../arithmetic/cases";
import { passOf, returnPassOf } from "../passes";

export interface Stage {
  readonly spec: RunSpec;
  readonly trace: Trace;
  readonly sample: number;
  readonly pick: Pick;
  /** In which number format the run computes. */
  readonly format: string;
}

/** @returns null before there is a run and a step of it */
export function useStage(): Stage | null {
  const spec = useRun(({ run }) => run?.spec ?? null);
  const id = useRun(({ run }) => run?.id ?? null);
  // A step of the run before has nothing to say about this one.
  const trace = useGlass((state) => (state.runId === id ? state.trace : null));
  const sample = useGlass((state) => state.sample);
  const pick = useGlass(pickAt);
  return useMemo(
    () =>
      spec === null || trace === null
        ? null
        : { spec, trace, sample, pick, format: spec.dtype ?? "float32" },
    [spec, trace, sample, pick],
  );
}

export function useTracedNode(node: string): TracedNode | null {
  return useGlass((state) => state.nodes.get(node) ?? null);
}

export function usePass(stage: Stage, traced: TracedNode): Pass {
  const { spec, sample } = stage;
  return useMemo(() => passOf(spec, traced.forward, sample), [spec, traced, sample]);
}

export function useReturnPass(stage: Stage, traced: TracedNode): ReturnPass | null {
  const { spec, sample, trace } = stage;
  const nodes = useGlass((state) => state.nodes);
  return useMemo(() => {
    const gradientOf = (node: string): Tensor | null =>
      node === "input" ? trace.inputGradient : (nodes.get(node)?.backward.gradient ?? null);
    return returnPassOf(spec, traced, gradientOf, trace.batch, sample);
  }, [spec, traced, nodes, trace, sample]);
}

/** The term under the pointer, for as long as the cell is the same. */
export function useTerm(cell: number): [number | null, (term: number | null) => void] {
  const [held, setHeld] = useState<{ cell: number; term: number } | null>(null);
  return [
    held?.cell === cell ? held.term : null,
    (term) => {
      setHeld(term === null ? null : { cell, term });
    },
  ];
}
