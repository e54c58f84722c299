import { useCallback, useMemo } from "react";
import { decimal } from "@/draw/format";
import { select } from "@/state/document";
import { probes } from "@/state/telemetry/measurements";
import { formatShape } from "@/ui";
import type { Pointed } from "@/ui/canvas/pointed";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { useWords } from "@/words";
import type { WatchedNode } from "../watchedNodes";
import styles from "./MapList.module.css";
import { limitOf, MapsPicture, type UnitPlace } from "./MapsPicture";

export type MapsName = "feature_maps" | "unit_surfaces";

/** A row for each layer: its name, its range, and its units as pictures. */
export function MapList({
  probe,
  nodes,
  pointed,
}: {
  probe: MapsName;
  nodes: readonly WatchedNode[];
  pointed: Pointed<UnitPlace>;
}) {
  return (
    <ol className={styles.list} data-testid={`list-${probe}`} data-dense={probe !== "feature_maps"}>
      {nodes.map((node) => (
        <MapRow key={node.id} probe={probe} node={node} pointed={pointed} />
      ))}
    </ol>
  );
}

function MapRow({
  probe,
  node: { id },
  pointed,
}: {
  probe: MapsName;
  node: WatchedNode;
  pointed: Pointed<UnitPlace>;
}) {
  const say = useWords("watch");
  const read = useCallback(() => probes.latest(probe, id), [probe, id]);
  const measured = useMeasured(probes, read);
  const note = useMemo(() => {
    if (measured === null) return null;
    if (measured.probe === "feature_maps") return formatShape([...measured.shape]);
    const [shown] = measured.shape;
    return shown < measured.units
      ? say("units.some", { shown, all: measured.units })
      : say("units.all", { count: measured.units });
  }, [measured, say]);
  return (
    <li className={styles.row} data-measured={measured !== null}>
      <button
        type="button"
        className={styles.name}
        onClick={() => {
          select(id);
        }}
      >
        <b>{id}</b>
        <span>{note}</span>
        {measured !== null && (
          <span title={say("maps.rangeHint")}>±{decimal(limitOf(measured))}</span>
        )}
      </button>
      <MapsPicture
        read={read}
        node={id}
        pointed={pointed}
        label={say(probe === "feature_maps" ? "maps.label" : "units.label", { node: id })}
        testId={`${probe === "feature_maps" ? "maps" : "units"}-${id}`}
      />
    </li>
  );
}
