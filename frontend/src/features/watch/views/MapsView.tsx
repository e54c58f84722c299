import { useCallback, useMemo } from "react";
import { count } from "@/draw/format";
import { INPUT } from "@/state/document";
import { probes } from "@/state/telemetry/measurements";
import { Pointed } from "@/ui/canvas/pointed";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { useWords } from "@/words";
import { MapList } from "../figures/MapList";
import type { UnitPlace } from "../figures/MapsPicture";
import { PinnedSample } from "../figures/PinnedSample";
import { mapsTable } from "../saving/lookingTables";
import { View } from "../View";
import { useWatchedNodes } from "../watchedNodes";
import styles from "./MapsView.module.css";
import views from "./views.module.css";

/** What every layer makes of one sample. */
export default function MapsView() {
  const say = useWords("watch");
  const nodes = useWatchedNodes();
  const pointed = useMemo(() => new Pointed<UnitPlace>(), []);
  const probe = useMeasured(
    probes,
    useCallback(() => probes.latest("feature_maps", INPUT), []),
  );
  const aside = probe === null ? null : say("step", { step: count(probe.step) });
  return (
    <div className={styles.split}>
      <div className={views.cell}>
        <View
          title={say("pinned.title")}
          isMeasured={probe !== null}
          empty={say("pinned.empty")}
          testId="pinned-sample"
        >
          {probe !== null && <PinnedSample probe={probe} pointed={pointed} />}
        </View>
      </div>
      <div className={views.cell}>
        <View
          title={say("maps.title")}
          subtitle={say("maps.unitNote")}
          aside={aside}
          isMeasured={probe !== null}
          empty={say("maps.empty")}
          figures={{
            name: "feature-maps",
            caption: say("maps.title"),
            read: () =>
              mapsTable(nodes.flatMap(({ id }) => probes.latest("feature_maps", id) ?? [])),
          }}
        >
          {probe !== null && <MapList probe="feature_maps" nodes={nodes} pointed={pointed} />}
        </View>
      </div>
    </div>
  );
}
