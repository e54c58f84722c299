import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { errorsAt, layerEntry, nodeCheck, useCatalog, useCheck, useSpec } from "@/state/document";
import { formatCount, formatLarge, formatShape } from "@/ui";
import { useRun } from "@/state/telemetry/runStore";
import { type Badge, Card } from "./Card";
import { cardDetail } from "./detail";
import { useMiniature } from "./miniature";

/** One layer: its name, what it put out, its shape and its parameters. */
export const LayerCard = memo(function LayerCard({ id, selected }: NodeProps) {
  const node = useSpec((spec) => spec.network.nodes.find((one) => one.id === id));
  const entry = useCatalog((state) => layerEntry(state.catalog, node?.kind ?? ""));
  const check = useCheck((state) => nodeCheck(state, id));
  const badge = useBadge(id);
  const miniature = useMiniature();
  if (node === undefined) return null;

  return (
    <Card
      id={id}
      title={id}
      family={entry?.family ?? "shape"}
      detail={cardDetail(node, entry)}
      selected={selected}
      badge={badge}
      left={check === undefined ? "—" : formatShape(check.output_shape)}
      right={
        check === undefined || check.parameters === 0 ? null : (
          <span title={`${formatCount(check.parameters)} parameters`}>
            {formatLarge(check.parameters)}
          </span>
        )
      }
      takes
      gives
      testId={`node-${id}`}
    >
      {miniature(id)}
    </Card>
  );
});

/** What is wrong in this layer: errors of the document first, then what the run reported. */
function useBadge(id: string): Badge | null {
  const result = useCheck((state) => state.result);
  const notice = useRun((state) => state.notices.findLast((one) => one.node === id));
  const errors = errorsAt({ result }, id);
  const [error] = errors;
  if (error !== undefined) {
    return {
      level: "error",
      text: errors.length === 1 ? "error" : `${errors.length} errors`,
      detail: [error.message, error.hint].filter(Boolean).join(" "),
    };
  }
  if (notice === undefined || notice.level === "info") return null;
  return {
    level: notice.level,
    text: notice.code.replaceAll("_", " "),
    detail: [notice.message, notice.hint].filter(Boolean).join(" "),
  };
}
