import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { errorsAt, INPUT, OUTPUT, useCatalog, useCheck, useSpec } from "@/state/document";
import { useRun } from "@/state/telemetry/runStore";
import { formatShape } from "@/ui";
import { useWords } from "@/words";
import { Card } from "./Card";
import type { Badge } from "./ErrorBadge";
import styles from "./EndCards.module.css";
import { useMiniature } from "./miniature";
import { useErrorBadge, useFindingBadge } from "./useBadge";

/** Where the data comes in: the data set, a real sample of it, and the shape of one sample. */
export const InputCard = memo(function InputCard({ selected }: NodeProps) {
  const dataset = useSpec((spec) => spec.data.dataset);
  const shape = useCheck((state) => state.result?.input_shape);
  const title = useCatalog(
    (state) => state.catalog?.datasets.find((entry) => entry.kind === dataset)?.title,
  );
  const miniature = useMiniature();
  const errors = useEndBadge("data");
  const found = useFindingBadge([INPUT]);
  return (
    <Card
      id={INPUT}
      title={INPUT}
      family="shape"
      detail={title ?? dataset}
      selected={selected}
      badge={errors ?? found}
      left={shape == null ? "—" : formatShape(shape)}
      right={null}
      takes={false}
      gives
      testId={`node-${INPUT}`}
    >
      {miniature(INPUT)}
    </Card>
  );
});

/** Where the output is compared with the target: the loss, and what it is now. */
export const OutputCard = memo(function OutputCard({ selected }: NodeProps) {
  const say = useWords("builder");
  const kind = useSpec((spec) => spec.loss.kind);
  const title = useCatalog(
    (state) => state.catalog?.losses.find((entry) => entry.kind === kind)?.title,
  );
  const loss = useRun((state) => state.latest.trainLoss);
  const accuracy = useRun((state) => state.latest.trainAccuracy);
  const badge = useEndBadge("loss");
  return (
    <Card
      id={OUTPUT}
      title={say("card.loss")}
      family="shape"
      detail=""
      selected={selected}
      badge={badge}
      left={title ?? kind}
      right={null}
      takes
      gives={false}
      testId="node-loss"
    >
      <dl className={styles.figures}>
        <div>
          <dt>{say("card.loss")}</dt>
          <dd>{loss === null ? "–" : loss.toPrecision(3)}</dd>
        </div>
        <div>
          <dt>{say("card.accuracy")}</dt>
          <dd>{accuracy === null ? "–" : `${(accuracy * 100).toFixed(1)} %`}</dd>
        </div>
      </dl>
    </Card>
  );
});

/** Errors that belong to no layer stand on the card at the end that they concern. */
function useEndBadge(end: "data" | "loss"): Badge | null {
  const result = useCheck((state) => state.result);
  const errors = errorsAt({ result }, null).filter((one) => {
    const aboutData =
      (one.field ?? "").startsWith("data") || (one.field ?? "").startsWith("options");
    return end === "data" ? aboutData : !aboutData;
  });
  return useErrorBadge(errors);
}
