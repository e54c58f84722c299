/** What a card says of the errors in it. */
import { errorsAt, useCheck } from "@/state/document";
import type { Mendable } from "@/ui";
import { useWords } from "@/words";
import type { Badge } from "./ErrorBadge";

export function useErrorBadge(errors: readonly Mendable[]): Badge | null {
  const say = useWords("builder");
  if (errors.length === 0) return null;
  return {
    level: "error",
    text: errors.length === 1 ? say("error") : say("errors", { count: errors.length }),
    detail: errors.map((error) => [error.message, error.hint].filter(Boolean).join(" ")).join("\n"),
    errors,
  };
}

/** The errors in layers. */
export function useErrorsIn(ids: readonly string[]): readonly Mendable[] {
  const result = useCheck((state) => state.result);
  return ids.flatMap((id) => errorsAt({ result }, id));
}
