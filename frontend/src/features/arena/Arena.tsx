import { useEffect, useRef } from "react";
import { useArena } from "@/state/arena";
import { useWords } from "@/words";
import styles from "./Arena.module.css";
import { ArenaBar } from "./ArenaBar";
import { Curves } from "./Curves";
import { LayerGrid } from "./LayerGrid";
import { Notice } from "./Notice";
import { Outcomes } from "./Outcomes";
import { Switch } from "./Switch";
import { useVariants } from "./useVariants";
import { arenaView, useArenaView } from "./view";

/** Variants of a network beside each other, over the whole page. */
export function Arena() {
  const say = useWords("arena");
  const variants = useVariants();
  const tab = useArenaView((view) => view.tab);
  const page = useRef<HTMLElement>(null);
  // Keys and Tab act here, not in the studio behind.
  useEffect(() => {
    page.current?.focus();
  }, []);
  return (
    <main
      ref={page}
      className={styles.page}
      tabIndex={-1}
      aria-label={say("title")}
      data-testid="arena"
    >
      <div>
        <ArenaBar />
        <Notice variants={variants} />
      </div>
      <div className={styles.body}>
        <Curves />
        <section className={styles.board}>
          <div className={styles.boardHead}>
            <Switch
              label={say("views.label")}
              choices={[
                { value: "layers", text: say("views.layers") },
                { value: "outcomes", text: say("views.outcomes") },
              ]}
              value={tab}
              testId="arena-view"
              onChange={(value) => {
                arenaView.setState({ tab: value });
              }}
            />
            <Fairness />
          </div>
          {variants.length === 1 && (
            <p className={styles.alone} data-testid="arena-alone">
              {say("alone")}
            </p>
          )}
          {tab === "layers" ? <LayerGrid variants={variants} /> : <Outcomes variants={variants} />}
        </section>
      </div>
    </main>
  );
}

/** What all variants have in common. */
function Fairness() {
  const say = useWords("arena");
  const seeds = useArena(
    ({ variants }) => new Set(variants.map(({ spec }) => spec.seed ?? 0)).size,
  );
  const sentence = say(seeds > 1 ? "fairnessSeed" : "fairness");
  return (
    <p className={styles.note} title={sentence}>
      {sentence}
    </p>
  );
}
