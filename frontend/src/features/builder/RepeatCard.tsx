import type { Node, NodeProps } from "@xyflow/react";
import { IconArrowsVertical } from "@tabler/icons-react";
import { memo } from "react";
import {
  layerEntry,
  nodeCheck,
  type Repeat,
  unfold,
  useCatalog,
  useCheck,
  useSpec,
} from "@/state/document";
import { FamilyDot, formatShape } from "@/ui";
import { useWords } from "@/words";
import { Card } from "./Card";
import { Cost } from "./Cost";
import { useMiniature } from "./miniature";
import styles from "./RepeatCard.module.css";
import { nameOf } from "./shownNetwork";
import { useErrorBadge, useErrorsIn, useFindingBadge } from "./useBadge";

export type RepeatNode = Node<{ repeat: Repeat }, "repeat-card">;

/** Dots that have room in a row; a longer part ends in a count. */
const MOST_DOTS = 15;

/** A repeat in one card: how often, of how many layers, what it costs together, and what left it. */
export const RepeatCard = memo(function RepeatCard({ data, selected }: NodeProps<RepeatNode>) {
  const say = useWords("builder");
  const { repeat } = data;
  const result = useCheck((state) => state.result);
  const errors = useErrorBadge(useErrorsIn(repeat.members));
  const found = useFindingBadge(repeat.members);
  const miniature = useMiniature();
  const checks = repeat.members.flatMap((id) => nodeCheck({ result }, id) ?? []);
  const exit = nodeCheck({ result }, repeat.exit);
  const [part = []] = repeat.parts;
  const name = nameOf(repeat.members);
  const times = repeat.parts.length;

  return (
    <Card
      id={repeat.exit}
      title={name}
      family="weights"
      detail={times === 1 ? "" : `${times}×`}
      selected={selected}
      badge={errors ?? found}
      left={exit === undefined ? "—" : formatShape(exit.output_shape)}
      right={checks.length === 0 ? null : <Cost checks={checks} />}
      takes
      takesNew={false}
      gives
      isStack
      tool={
        <button
          type="button"
          className={`${styles.unfold ?? ""} nodrag nopan nokey`}
          aria-label={say("repeat.unfold", { name })}
          title={say("repeat.unfold", { name })}
          data-testid={`unfold-${repeat.members[0] ?? ""}`}
          onClick={(event) => {
            event.stopPropagation();
            unfold(repeat);
          }}
        >
          <IconArrowsVertical size={13} />
        </button>
      }
      testId={`repeat-${repeat.members[0] ?? ""}`}
    >
      <div className={styles.parts}>
        <p className={styles.count} data-layers={repeat.members.length} data-times={times}>
          {times === 1
            ? say("repeat.layers", { count: part.length })
            : say("repeat.parts", { times, layers: part.length })}
        </p>
        <Dots ids={part} />
        <div className={styles.measured}>{miniature(repeat.exit)}</div>
      </div>
    </Card>
  );
});

/** One part, a dot a layer in the colour of its family. */
function Dots({ ids }: { ids: readonly string[] }) {
  const nodes = useSpec((spec) => spec.network.nodes);
  const catalog = useCatalog((state) => state.catalog);
  const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
  return (
    <p className={styles.dots} aria-hidden>
      {ids.slice(0, MOST_DOTS).map((id) => (
        <FamilyDot key={id} family={layerEntry(catalog, kinds.get(id) ?? "")?.family ?? "shape"} />
      ))}
      {ids.length > MOST_DOTS && "…"}
    </p>
  );
}
