/** Optimizers let loose on a surface. */
import type { Component, Descents } from "@/contracts";
import { answer, post } from "./rest";

export interface DescentsQuestion {
  surface: { kind: string };
  /** Left out, the surface's usual start. */
  start?: readonly [number, number];
  descents: readonly { optimizer: Component; schedule?: Component }[];
  steps?: number;
  /** Points of the map in each direction; left out, there is none. */
  grid?: number;
}

/** Where each optimizer went, step by step. */
export function getDescents(question: DescentsQuestion, signal?: AbortSignal): Promise<Descents> {
  return answer<Descents>("/api/descents", post(question, signal));
}
