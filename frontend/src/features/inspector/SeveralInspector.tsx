import type { Memory } from "@/contracts";
import {
  foldsOf,
  layerEntry,
  nodeCheck,
  type Repeat,
  select,
  useCatalog,
  useCheck,
  useSpec,
  useView,
} from "@/state/document";
import { FamilyDot, formatCount, formatShape } from "@/ui";
import { useWords } from "@/words";
import { MemoryFigures } from "./Costs";
import { Heading } from "./Heading";
import styles from "./Inspector.module.css";
import { NodeActions } from "./NodeActions";

/** Several layers at once, those of a folded repeat among them: what they cost together, and what can be done with them. */
export function SeveralInspector({ selection }: { selection: readonly string[] }) {
  const say = useWords("inspector");
  const nodes = useSpec((spec) => spec.network.nodes);
  const view = useView((state) => state);
  const ids = nodes.map((node) => node.id).filter((id) => selection.includes(id));
  const repeat = foldsOf(nodes, view).folded.find((one) => isSame(one, ids));
  return (
    <>
      <Heading
        title={say("several.cards", { count: ids.length })}
        subtitle={
          repeat === undefined
            ? say("several.subtitle")
            : say("several.repeat", {
                times: repeat.parts.length,
                layers: repeat.parts[0]?.length ?? 0,
              })
        }
      />
      <NodeActions ids={ids} />
      {repeat !== undefined && <p className={styles.sentence}>{say("several.repeatHint")}</p>}
      <Sum ids={ids} />
      <section className={styles.section} aria-label={say("several.layers")}>
        <h3 className={styles.heading}>{say("several.layers")}</h3>
        <ul className={styles.members}>
          {ids.map((id) => (
            <Member key={id} id={id} />
          ))}
        </ul>
      </section>
    </>
  );
}

function isSame({ members }: Repeat, ids: readonly string[]): boolean {
  return members.length === ids.length && members.every((id) => ids.includes(id));
}

/** What the layers cost together. */
function Sum({ ids }: { ids: readonly string[] }) {
  const say = useWords("inspector");
  const result = useCheck((state) => state.result);
  const checks = ids.flatMap((id) => nodeCheck({ result }, id) ?? []);
  const sum = (of: (check: (typeof checks)[number]) => number): number =>
    checks.reduce((total, check) => total + of(check), 0);
  const memoryOf = (part: keyof Memory): number => sum((check) => check.memory[part] ?? 0);
  return (
    <section className={styles.section} aria-label={say("costs.title")}>
      <h3 className={styles.heading}>{say("costs.title")}</h3>
      <dl className={styles.figures}>
        <dt>{say("costs.parameters")}</dt>
        <dd data-testid="parameters-together">{formatCount(sum((check) => check.parameters))}</dd>
        <dt>{say("costs.cost")}</dt>
        <dd>{formatCount(sum((check) => check.multiply_adds))}</dd>
        <MemoryFigures
          memory={{
            activations: memoryOf("activations"),
            parameters: memoryOf("parameters"),
            gradients: memoryOf("gradients"),
            optimizer: memoryOf("optimizer"),
            buffers: memoryOf("buffers"),
          }}
        />
      </dl>
    </section>
  );
}

function Member({ id }: { id: string }) {
  const say = useWords("inspector");
  const kind = useSpec((spec) => spec.network.nodes.find((node) => node.id === id)?.kind ?? "");
  const family = useCatalog((state) => layerEntry(state.catalog, kind)?.family);
  const check = useCheck((state) => nodeCheck(state, id));
  return (
    <li>
      <button
        type="button"
        title={say("several.show", { id })}
        onClick={() => {
          select(id);
        }}
      >
        <FamilyDot family={family ?? "shape"} />
        <span translate="no">{id}</span>
        <code>{check === undefined ? "—" : formatShape(check.output_shape)}</code>
      </button>
    </li>
  );
}
