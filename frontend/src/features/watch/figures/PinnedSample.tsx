import { useMemo } from "react";
import { count, share } from "@/draw/format";
import { drawMap, mapsOf } from "@/draw/signedMaps";
import { probes } from "@/state/telemetry/measurements";
import { runController, useRun } from "@/state/telemetry/runStore";
import type { FeatureMapsProbe } from "@/transport/lookingProbes";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import type { Pointed } from "@/ui/canvas/pointed";
import { createScratch } from "@/ui/canvas/scratch";
import { type Say, useWords } from "@/words";
import { classNamed, useClassNames } from "../classNames";
import { limitOf, type UnitPlace } from "./MapsPicture";
import styles from "./PinnedSample.module.css";

const sources = [probes];

/** The map that is pointed at, large. */
function largePicture(pointed: Pointed<UnitPlace>, say: Say<"watch">): Picture<FeatureMapsProbe> {
  const scratch = createScratch();
  return {
    read: () => {
      const place = pointed.value;
      return place === null ? null : probes.latest("feature_maps", place.node);
    },
    draw(context, probe, { width, height, theme }) {
      const unit = pointed.value?.unit ?? 0;
      const maps = mapsOf(probe.values, probe.shown, { width: 512, height: 512 });
      const [units, rows, columns] = maps.shape;
      if (scratch === null || unit >= units) return {};
      const side = Math.min(width / columns, height / rows);
      const place = { width: side * columns, height: side * rows };
      const corner = { x: (width - place.width) / 2, y: 0 };
      drawMap(
        context,
        maps,
        unit,
        { limit: limitOf(probe), scratch },
        { ...corner, ...place },
        theme,
      );
      return {
        data: { node: probe.node, unit, step: probe.step },
        description: say("maps.unit", { node: probe.node, unit: count(unit + 1) }),
      };
    },
  };
}

/** Which sample is looked at, what the network says of it, and the map under the pointer. */
export function PinnedSample({
  probe,
  pointed,
}: {
  probe: FeatureMapsProbe;
  pointed: Pointed<UnitPlace>;
}) {
  const say = useWords("watch");
  const names = useClassNames();
  const samples = useRun(({ run }) => run?.samples?.[probe.split] ?? null);
  const picture = useMemo(() => largePicture(pointed, say), [pointed, say]);
  const links = useMemo(() => [pointed], [pointed]);
  const pin = (place: number): void => {
    if (samples === null || !Number.isInteger(place)) return;
    void runController.pinSample(((place % samples) + samples) % samples);
  };
  const probabilities = Array.from(probe.probabilities ?? [], (value, index) => ({ value, index }));
  const likeliest = probabilities.sort((one, other) => other.value - one.value).slice(0, 3);
  return (
    <div className={styles.sample}>
      <div className={styles.picker}>
        <button
          type="button"
          aria-label={say("pinned.previous")}
          onClick={() => {
            pin(probe.sample - 1);
          }}
        >
          ‹
        </button>
        <input
          type="number"
          min={0}
          max={samples === null ? undefined : samples - 1}
          // Another sample that came is shown; what is being typed is not taken away.
          key={probe.sample}
          defaultValue={probe.sample}
          aria-label={say("pinned.place")}
          data-testid="pinned-place"
          onChange={(event) => {
            const place = event.currentTarget.valueAsNumber;
            if (samples !== null && place >= 0 && place < samples) pin(place);
          }}
        />
        <button
          type="button"
          aria-label={say("pinned.next")}
          onClick={() => {
            pin(probe.sample + 1);
          }}
        >
          ›
        </button>
        <span>{samples !== null && say(`pinned.of.${probe.split}`, { all: count(samples) })}</span>
      </div>
      <dl className={styles.answer}>
        <div>
          <dt>{say("pinned.actual")}</dt>
          <dd data-testid="pinned-target">{classNamed(names, probe.target)}</dd>
        </div>
        <div data-right={probe.target === probe.predicted}>
          <dt>{say("pinned.predicted")}</dt>
          <dd data-testid="pinned-predicted">{classNamed(names, probe.predicted)}</dd>
        </div>
        {likeliest.map(({ value, index }) => (
          <div key={index} className={styles.probability}>
            <dt>{say("pinned.probability", { name: classNamed(names, index) })}</dt>
            <dd>{share(value)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.large}>
        <FigureCanvas
          picture={picture}
          sources={sources}
          links={links}
          label={say("pinned.large")}
          testId="pinned-large"
        />
      </div>
    </div>
  );
}
