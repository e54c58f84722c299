import { IconX } from "@tabler/icons-react";
import type { LayerEntry, NetworkNode } from "@/contracts";
import { connectNodes, disconnectNodes, edgesOf, INPUT, useSpec } from "@/state/document";
import styles from "./Inspector.module.css";

interface InputsFieldProps {
  node: NetworkNode;
  limits: LayerEntry["inputs"];
}

/** What the layer takes: the keyboard's way to draw and cut wires. */
export function InputsField({ node, limits }: InputsFieldProps) {
  const nodes = useSpec((spec) => spec.network.nodes);
  const wires = edgesOf(nodes);
  const taken = wires.filter((wire) => wire.target === node.id).map((wire) => wire.source);
  const behind = downstream(node.id, wires);
  const candidates = [INPUT, ...nodes.map((one) => one.id)].filter(
    (id) => !taken.includes(id) && !behind.has(id),
  );
  const many = limits.maximum === null || limits.maximum > 1;

  return (
    <section className={styles.section} aria-label="Inputs">
      <h3 className={styles.heading}>{many ? "Inputs" : "Input"}</h3>
      <div className={styles.inputs}>
        {taken.map((id) => (
          <span key={id} className={styles.input}>
            {id}
            {many && taken.length > 1 && (
              <button
                type="button"
                aria-label={`Take nothing from ${id}`}
                onClick={() => {
                  disconnectNodes(id, node.id);
                }}
              >
                <IconX size={12} />
              </button>
            )}
          </span>
        ))}
        {candidates.length > 0 && (
          <select
            className={styles.addInput}
            value=""
            aria-label={many ? "Take another input" : "Take another layer's output instead"}
            data-testid="field-inputs"
            onChange={(event) => {
              connectNodes(event.currentTarget.value, node.id);
            }}
          >
            <option value="">{many ? "add…" : "change…"}</option>
            {candidates.map((id) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        )}
      </div>
    </section>
  );
}

/** The node itself and all that take its output, by any way: none of them can be its input. */
function downstream(id: string, wires: readonly { source: string; target: string }[]): Set<string> {
  const reached = new Set([id]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const { source, target } of wires) if (reached.has(source)) reached.add(target);
  }
  return reached;
}
