import { useMemo } from "react";
import { useCatalog } from "@/state/document";
import { hover, pin } from "@/state/glass";
import { useWords } from "@/words";
import { sampleOf } from "../arithmetic/cases";
import { expected } from "../arithmetic/loss";
import styles from "../GlassBox.module.css";
import { GridFigure } from "../GridFigure";
import { channelOf, mapOf, standout } from "../maps";
import { BySymbol } from "../symbols";
import type { Stage } from "./useStage";

/** What goes in, what should come out, and how the loss would change with every value of the data. */
export function DataStage({ stage }: { stage: Stage }) {
  const say = useWords("glass");
  const { trace, sample, pick, spec } = stage;
  const classes = useCatalog(
    (state) => state.catalog?.datasets.find(({ kind }) => kind === spec.data.dataset)?.classes,
  );
  const x = useMemo(() => sampleOf(trace.inputs, sample), [trace, sample]);
  const gradient = useMemo(() => sampleOf(trace.inputGradient, sample), [trace, sample]);
  const target = useMemo(() => {
    const { values } = sampleOf(trace.targets, sample);
    const truth = expected(values, classes?.length ?? values.length);
    return { shape: [truth.length], values: truth };
  }, [trace, sample, classes]);
  const map = mapOf(x.shape);
  const outstanding = useMemo(() => standout(x.values), [x]);
  const cell = pick.hovered ?? pick.pinned ?? outstanding;
  const channel = channelOf(map, cell);
  const toChannel = (chosen: number): void => {
    pin(chosen * map.area + (cell % map.area));
  };
  return (
    <div className={styles.figures} data-tall>
      <GridFigure
        symbol="x"
        letter="x"
        what={say("back.data")}
        slice={x}
        channel={channel}
        onChannel={toChannel}
        selected={cell}
        onHover={hover}
        onPin={pin}
        testId="glass-output"
      />
      <GridFigure
        symbol="t"
        letter="t"
        what={say("figure.targets")}
        slice={target}
        channel={0}
        selected={null}
        testId="glass-target"
      />
      <GridFigure
        symbol={<BySymbol by="x" />}
        letter="dL/dx"
        what={say("figure.byOutput", { node: "input" })}
        slice={gradient}
        channel={channel}
        onChannel={toChannel}
        selected={cell}
        testId="glass-by-input"
      />
    </div>
  );
}
