import { IconX } from "@tabler/icons-react";
import type { LayerEntry, NetworkNode } from "@/contracts";
import {
  connectNodes,
  connectThrough,
  disconnectNodes,
  edgesOf,
  INPUT,
  useMerges,
  useSpec,
} from "@/state/document";
import { useWords } from "@/words";
import styles from "./Inspector.module.css";

interface InputsFieldProps {
  node: NetworkNode;
  limits: LayerEntry["inputs"];
}

/** What the layer takes: the keyboard's way to draw and cut wires. */
export function InputsField({ node, limits }: InputsFieldProps) {
  const say = useWords("inspector");
  const nodes = useSpec((spec) => spec.network.nodes);
  const merges = useMerges();
  const wires = edgesOf(nodes);
  const taken = wires.filter((wire) => wire.target === node.id).map((wire) => wire.source);
  const behind = downstream(node.id, wires);
  const candidates = [INPUT, ...nodes.map((one) => one.id)].filter(
    (id) => !taken.includes(id) && !behind.has(id),
  );
  const many = limits.maximum === null || limits.maximum > 1;
  const title = say(many ? "inputs.many" : "inputs.one");

  /** A choice is a node to take, alone or (behind a merge's kind and a colon) beside the present input. */
  function choose(choice: string): void {
    const [id = "", merge] = choice.split(":").reverse();
    if (merge === undefined) connectNodes(id, node.id);
    else connectThrough(merge, id, node.id);
  }

  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <div className={styles.inputs}>
        {taken.map((id) => (
          <span key={id} className={styles.input}>
            <span translate="no">{id}</span>
            {many && taken.length > 1 && (
              <button
                type="button"
                aria-label={say("inputs.cut", { id })}
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
            aria-label={say(many ? "inputs.add" : "inputs.change")}
            data-testid="field-inputs"
            onChange={(event) => {
              choose(event.currentTarget.value);
            }}
          >
            <option value="">{say(many ? "inputs.addChoice" : "inputs.changeChoice")}</option>
            {many ? (
              <Candidates ids={candidates} />
            ) : (
              <>
                <optgroup label={say("inputs.instead", { id: taken[0] ?? INPUT })}>
                  <Candidates ids={candidates} />
                </optgroup>
                {merges.map((merge) => (
                  <optgroup key={merge.kind} label={say("inputs.through", { merge: merge.title })}>
                    <Candidates ids={candidates} through={merge.kind} />
                  </optgroup>
                ))}
              </>
            )}
          </select>
        )}
      </div>
    </section>
  );
}

function Candidates({ ids, through }: { ids: readonly string[]; through?: string }) {
  return ids.map((id) => (
    <option key={id} value={through === undefined ? id : `${through}:${id}`} translate="no">
      {id}
    </option>
  ));
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
