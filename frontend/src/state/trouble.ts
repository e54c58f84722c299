/** Failures of what was asked of the server, as they are told to a person. */
import { ApiError, Unexplained, Unreachable } from "@/transport/failures";
import type { Trouble } from "@/words";

export function troubleOf(failure: unknown): Trouble {
  if (failure instanceof Unreachable) {
    return { message: { key: "run:unreachable" }, hint: { key: "run:unreachableHint" } };
  }
  if (failure instanceof Unexplained) {
    const { status, path } = failure;
    return {
      message: { key: "run:unexplained", figures: { status, path } },
      hint: { key: "run:unexplainedHint" },
    };
  }
  if (failure instanceof ApiError) return { message: failure.message, hint: failure.hint };
  return { message: String(failure), hint: null };
}
