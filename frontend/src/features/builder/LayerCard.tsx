import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { layerEntry, nodeCheck, useCatalog, useCheck, useSpec } from "@/state/document";
import { useRun } from "@/state/telemetry/runStore";
import { formatShape } from "@/ui";
import { Card } from "./Card";
import { Cost } from "./Cost";
import { cardDetail } from "./detail";
import type { Badge } from "./ErrorBadge";
import { useMiniature } from "./miniature";
import { useErrorBadge, useErrorsIn, useFindingBadge } from "./useBadge";

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
      right={check === undefined ? null : <Cost checks={[check]} />}
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
  const errors = useErrorBadge(useErrorsIn([id]));
  const found = useFindingBadge([id]);
  const notice = useRun((state) => state.notices.findLast((one) => one.node === id));
  if (errors !== null) return errors;
  if (found !== null) return found;
  if (notice === undefined || notice.level === "info") return null;
  return {
    level: notice.level,
    text: notice.code.replaceAll("_", " "),
    detail: [notice.message, notice.hint].filter(Boolean).join(" "),
  };
}
