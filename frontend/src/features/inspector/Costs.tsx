import type { Memory } from "@/contracts";
import { nodeCheck, useCheck } from "@/state/document";
import { formatBytes, formatCount, formatShape } from "@/ui";
import { useWords } from "@/words";
import styles from "./Inspector.module.css";

/** The shapes and the price of a layer, as the backend infers them. */
export function Costs({ id }: { id: string }) {
  const say = useWords("inspector");
  const check = useCheck((state) => nodeCheck(state, id));
  if (check === undefined) return null;
  const shapes = Object.entries(check.parameter_shapes);
  return (
    <section className={styles.section} aria-label={say("costs.title")}>
      <h3 className={styles.heading}>{say("costs.title")}</h3>
      <dl className={styles.figures}>
        <dt>{say("costs.output")}</dt>
        <dd>{formatShape(check.output_shape)}</dd>
        <dt>{say("costs.parameters")}</dt>
        <dd>{formatCount(check.parameters)}</dd>
        {shapes.map(([name, shape]) => (
          <div key={name} className={styles.sub} translate="no">
            <dt>{name}</dt>
            <dd>{formatShape(shape)}</dd>
          </div>
        ))}
        <dt>{say("costs.cost")}</dt>
        <dd>{formatCount(check.multiply_adds)}</dd>
        <MemoryFigures memory={check.memory} />
      </dl>
    </section>
  );
}

const PARTS = [
  ["activations", "activations"],
  ["parameters", "parameterBytes"],
  ["gradients", "gradients"],
  ["optimizer", "optimizer"],
  ["buffers", "buffers"],
] as const;

export function totalMemory(memory: Memory): number {
  return PARTS.reduce((sum, [part]) => sum + (memory[part] ?? 0), 0);
}

/** What training keeps in memory, together and by what it is for; parts that are nothing are left out. */
export function MemoryFigures({ memory }: { memory: Memory }) {
  const say = useWords("inspector");
  return (
    <>
      <dt title={say("costs.memoryHint")}>{say("costs.memory")}</dt>
      <dd data-testid="memory" data-bytes={totalMemory(memory)}>
        {formatBytes(totalMemory(memory))}
      </dd>
      {PARTS.map(([part, name]) => {
        const bytes = memory[part] ?? 0;
        return (
          bytes > 0 && (
            <div key={part} className={styles.sub}>
              <dt>{say(`costs.${name}`)}</dt>
              <dd>{formatBytes(bytes)}</dd>
            </div>
          )
        );
      })}
    </>
  );
}
