import type { NodeCheck } from "@/contracts";
import { formatBytes, formatLarge } from "@/ui";
import { useWords } from "@/words";

/** The parameters of layers together; cost and memory are told on hovering. */
export function Cost({ checks }: { checks: readonly NodeCheck[] }) {
  const say = useWords("builder");
  const sum = (of: (check: NodeCheck) => number): number =>
    checks.reduce((total, check) => total + of(check), 0);
  const parameters = sum((check) => check.parameters);
  const memory = sum((check) => memoryOf(check.memory));
  const figures = [
    say("card.parameters", { count: parameters }),
    say("card.cost", { cost: formatLarge(sum((check) => check.multiply_adds)) }),
    say("card.memory", { memory: formatBytes(memory) }),
  ];
  return (
    <span
      title={figures.join("\n")}
      data-parameters={parameters}
      data-memory={memory}
      aria-label={figures.join(", ")}
    >
      {parameters === 0 ? formatBytes(memory) : formatLarge(parameters)}
    </span>
  );
}

/** All bytes of it. */
export function memoryOf(memory: NodeCheck["memory"]): number {
  return Object.values(memory).reduce<number>((sum, bytes) => sum + bytes, 0);
}
