import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { layerEntry, useCatalog } from "@/state/document";
import { goTo, move, nodeOf, type Place, placeKey, useGlass } from "@/state/glass";
import { useRun } from "@/state/telemetry/runStore";
import { familyColor } from "@/ui";
import { type Say, useWords } from "@/words";
import styles from "./Track.module.css";

/** Where one is in the step: the way forward above, the loss at the turn, the way back below. */
export function Track() {
  const say = useWords("glass");
  const places = useGlass((state) => state.places);
  const at = useGlass((state) => state.at);
  const layers = (places.length - 3) / 2;
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The place one is at stays in view, however many layers there are.
    const here = scroller.current?.querySelector<HTMLElement>("[aria-current=step]");
    const room = scroller.current;
    if (here == null || room === null) return;
    const [left, right] = [here.offsetLeft - 40, here.offsetLeft + here.offsetWidth + 40];
    if (left < room.scrollLeft) room.scrollLeft = left;
    else if (right > room.scrollLeft + room.clientWidth) room.scrollLeft = right - room.clientWidth;
  }, [at]);

  return (
    <nav className={styles.track} aria-label={say("track.label")}>
      <button
        type="button"
        className={styles.step}
        aria-label={say("track.back")}
        title={say("track.back")}
        disabled={at === 0}
        data-testid="glass-back"
        onClick={() => {
          move(-1);
        }}
      >
        <IconChevronLeft size={16} />
      </button>
      <div ref={scroller} className={styles.scroller}>
        <ol
          className={styles.places}
          style={{ gridTemplateColumns: `repeat(${layers + 2}, minmax(max-content, 1fr))` }}
        >
          {places.map((place, index) => (
            <PlaceButton
              key={placeKey(place)}
              place={place}
              column={
                index <= layers
                  ? index + 1
                  : index === layers + 1
                    ? layers + 2
                    : 2 * layers + 3 - index
              }
              isHere={index === at}
              onGo={() => {
                goTo(index);
              }}
              say={say}
            />
          ))}
        </ol>
      </div>
      <button
        type="button"
        className={styles.step}
        aria-label={say("track.on")}
        title={say("track.on")}
        disabled={at === places.length - 1}
        data-testid="glass-on"
        onClick={() => {
          move(1);
        }}
      >
        <IconChevronRight size={16} />
      </button>
    </nav>
  );
}

function PlaceButton({
  place,
  column,
  isHere,
  onGo,
  say,
}: {
  place: Place;
  column: number;
  isHere: boolean;
  onGo: () => void;
  say: Say<"glass">;
}) {
  const node = nodeOf(place);
  const kind = useRun(({ run }) => run?.spec.network.nodes.find(({ id }) => id === node)?.kind);
  const family = useCatalog((state) => layerEntry(state.catalog, kind ?? "")?.family);
  return (
    <li data-pass={place.pass} style={{ gridColumn: column }}>
      <button
        type="button"
        className={styles.place}
        aria-current={isHere ? "step" : undefined}
        aria-label={"node" in place ? say(`track.${place.pass}`, { node: place.node }) : undefined}
        data-testid={`glass-place-${placeKey(place)}`}
        onClick={onGo}
      >
        <span
          className={styles.dot}
          style={{
            background: node === null ? "var(--line-strong)" : familyColor(family ?? "shape"),
          }}
          aria-hidden
        />
        {"node" in place ? place.node : say(`track.${place.pass}`)}
      </button>
    </li>
  );
}
