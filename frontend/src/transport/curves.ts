/** Curves that can be looked at before anything is trained. */
import type { ActivationCurve, Component, DataSpec, NetworkNode, ScheduleCurve } from "@/contracts";
import { answer, post } from "./rest";

export interface ActivationQuestion {
  node: NetworkNode;
  low?: number;
  high?: number;
  points?: number;
}

export interface ScheduleQuestion {
  schedule: Component;
  learning_rate: number;
  /** Left out, the length follows from the other three. */
  total_steps?: number | null;
  data?: DataSpec;
  batch_size?: number;
  epochs?: number;
}

/** What an activation puts out and hands back, measured over a grid of inputs. */
export function getActivationCurve(
  question: ActivationQuestion,
  signal?: AbortSignal,
): Promise<ActivationCurve> {
  return answer<ActivationCurve>("/api/activations/curve", post(question, signal));
}

/** The learning rate over a run that has not begun. */
export function getScheduleCurve(
  question: ScheduleQuestion,
  signal?: AbortSignal,
): Promise<ScheduleCurve> {
  return answer<ScheduleCurve>("/api/schedules/curve", post(question, signal));
}
