/** What a card says of the errors in it, and of what was found wrong while it trained. */
import { useShallow } from "zustand/shallow";
import { errorsAt, useCheck } from "@/state/document";
import type { Mendable } from "@/ui";
import { useRun } from "@/state/telemetry/runStore";
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

/** What was found in layers while they trained: the first finding's words, and how many more there are. */
export function useFindingBadge(ids: readonly string[]): Badge | null {
  const say = useWords("diagnosis");
  const findings = useRun(
    useShallow((state) => state.findings.filter(({ node }) => ids.includes(node))),
  );
  const [first, ...others] = findings;
  if (first === undefined) return null;
  return {
    level: "warning",
    text:
      others.length === 0 ? first.badge : say("more", { badge: first.badge, count: others.length }),
    detail: findings.map(({ message }) => message).join("\n"),
  };
}
