import { nodeCheck, useCheck } from "@/state/document";
import { formatCount, formatShape } from "@/ui";
import styles from "./Inspector.module.css";

/** The shapes and the price of a layer, as the backend infers them. */
export function Costs({ id }: { id: string }) {
  const check = useCheck((state) => nodeCheck(state, id));
  if (check === undefined) return null;
  const shapes = Object.entries(check.parameter_shapes);
  return (
    <section className={styles.section} aria-label="Shape and cost">
      <h3 className={styles.heading}>Shape and cost</h3>
      <dl className={styles.figures}>
        <dt>Output</dt>
        <dd>{formatShape(check.output_shape)}</dd>
        <dt>Parameters</dt>
        <dd>{formatCount(check.parameters)}</dd>
        {shapes.map(([name, shape]) => (
          <div key={name} className={styles.sub}>
            <dt>{name}</dt>
            <dd>{formatShape(shape)}</dd>
          </div>
        ))}
        <dt>Multiply-adds a sample</dt>
        <dd>{formatCount(check.multiply_adds)}</dd>
      </dl>
    </section>
  );
}
