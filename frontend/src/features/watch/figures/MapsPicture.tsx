import { useMemo, useSyncExternalStore } from "react";
import { checksum } from "@/draw/checksum";
import { symmetricLimit } from "@/draw/diverging";
import { count, decimal } from "@/draw/format";
import { drawSampleImage } from "@/draw/sample";
import { drawMaps, type Maps, mapsLayout, mapsOf, mapUnder } from "@/draw/signedMaps";
import { probes } from "@/state/telemetry/measurements";
import type { FeatureMapsProbe, UnitSurfacesProbe } from "@/transport/lookingProbes";
import { arrowStep, within } from "@/ui/canvas/arrows";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import type { Pointed } from "@/ui/canvas/pointed";
import { createScratch } from "@/ui/canvas/scratch";
import { type Say, useWords } from "@/words";
import styles from "./Pointable.module.css";

const sources = [probes];

/** One of a node's units: a channel of images, a feature of a vector. */
export interface UnitPlace {
  readonly node: string;
  readonly unit: number;
}

export type MapsProbe = FeatureMapsProbe | UnitSurfacesProbe;

function shownShape(probe: MapsProbe): readonly number[] {
  return probe.probe === "feature_maps" ? probe.shown : probe.shape;
}

/** How many units of a node are drawn. */
function unitsOf(probe: MapsProbe): number {
  const shown = shownShape(probe);
  return shown.length === 3 ? (shown[0] ?? 0) : probe.values.length;
}

export function limitOf({ low, high }: MapsProbe): number {
  return symmetricLimit(low ?? 0, high ?? 0);
}

/** The data itself is drawn as the picture that it is. */
function isPhoto(probe: MapsProbe): boolean {
  const [channels] = probe.shape;
  return (
    probe.probe === "feature_maps" &&
    probe.node === "input" &&
    probe.shape.length === 3 &&
    (channels === 1 || channels === 3)
  );
}

function readUnit(
  probe: MapsProbe,
  maps: Maps,
  unit: number,
  at: { row: number; column: number; value: number } | null,
  say: Say<"watch">,
): string {
  const name = { node: probe.node, unit: count(unit + 1) };
  if (maps.shape[1] * maps.shape[2] === 1) {
    return say("maps.feature", { ...name, value: decimal(maps.values[unit] ?? NaN) });
  }
  if (at === null) return say("maps.unit", name);
  const { row, column, value } = at;
  const block = probe.probe === "feature_maps" ? probe.block : 1;
  return say("maps.pixel", {
    ...name,
    row: row * block + 1,
    column: column * block + 1,
    value: decimal(value),
  });
}

/** "conv1 at step 540: 8 units, values from −0.91 to 2.4." */
function describe(probe: MapsProbe, say: Say<"watch">): string {
  const [low, high] = [probe.low ?? NaN, probe.high ?? NaN].map(decimal);
  const { node, step } = probe;
  return say("maps.sentence", {
    node,
    step: count(step),
    units: count(unitsOf(probe)),
    low: low ?? "",
    high: high ?? "",
  });
}

function mapsPicture(
  read: () => MapsProbe | null,
  pointed: Pointed<UnitPlace>,
  say: Say<"watch">,
): Picture<MapsProbe> {
  const scratch = createScratch();
  return {
    read,
    draw(context, probe, { width, height, theme, pointer }) {
      const data = { step: probe.step, checksum: checksum(probe.values) };
      const description = describe(probe, say);
      if (scratch === null) return {};
      const shown = shownShape(probe);
      const size = { width, height };
      if (isPhoto(probe)) {
        const [channels = 1, rows = 1, columns = 1] = shown;
        // At the left, where the maps of the layers begin as well.
        const place = { width: Math.min(width, (height * columns) / rows), height };
        const image = { shape: [channels, rows, columns] as const, values: probe.values };
        drawSampleImage(context, { ...place, image }, theme);
        return { data, description };
      }
      const isUpward = probe.probe === "unit_surfaces";
      const maps = mapsOf(probe.values, shown, size);
      const under =
        pointer === null ? null : mapUnder(maps, mapsLayout(maps, size), pointer, isUpward);
      const held = pointed.value?.node === probe.node ? pointed.value.unit : null;
      const chosen = under?.map ?? held;
      if (under !== null) pointed.point({ node: probe.node, unit: under.map });
      drawMaps(context, { maps, limit: limitOf(probe), isUpward, chosen, scratch, ...size }, theme);
      return {
        data,
        description,
        reading: chosen === null ? null : readUnit(probe, maps, chosen, under, say),
      };
    },
  };
}

/** A node's units side by side; the pointer and the arrow keys point at one. */
export function MapsPicture({
  read,
  node,
  pointed,
  label,
  testId,
}: {
  /** Keep the identity. */
  read: () => MapsProbe | null;
  node: string;
  pointed: Pointed<UnitPlace>;
  label: string;
  testId: string;
}) {
  const say = useWords("watch");
  const links = useMemo(() => [pointed], [pointed]);
  const picture = useMemo(() => mapsPicture(read, pointed, say), [read, pointed, say]);
  const here = useSyncExternalStore(pointed.subscribe, () =>
    pointed.value?.node === node ? pointed.value.unit : null,
  );
  return (
    <div
      className={styles.pointable}
      tabIndex={0}
      role="group"
      aria-label={say("maps.keys", { node })}
      onKeyDown={(event) => {
        const [across, down] = arrowStep(event.key) ?? [0, 0];
        const probe = read();
        // Up and down are left to the list, which scrolls.
        if (across === 0 || down !== 0 || probe === null) return;
        event.preventDefault();
        const unit = within((here ?? (across > 0 ? -1 : 1)) + across, unitsOf(probe));
        pointed.point({ node, unit });
      }}
      onBlur={() => {
        pointed.point(null);
      }}
      onPointerLeave={() => {
        pointed.point(null);
      }}
    >
      <FigureCanvas
        picture={picture}
        sources={sources}
        links={links}
        label={label}
        testId={testId}
      />
      <span className="visually-hidden" role="status">
        {here !== null && say("maps.unit", { node, unit: count(here + 1) })}
      </span>
    </div>
  );
}
