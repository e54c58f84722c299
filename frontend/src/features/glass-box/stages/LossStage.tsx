import { useMemo } from "react";
import { hover, pin, type TracedNode } from "@/state/glass";
import { Formula } from "@/ui";
import { useWords } from "@/words";
import { Arithmetic, precise } from "../Arithmetic";
import { sampleOf } from "../arithmetic/cases";
import { expected, probabilities, sampleLoss, workLoss } from "../arithmetic/loss";
import styles from "../GlassBox.module.css";
import { GridFigure } from "../GridFigure";
import { channelOf, mapOf, standout } from "../maps";
import { BySymbol } from "../symbols";
import { type Stage, useTerm } from "./useStage";

/** The turn: what the outputs cost, and the derivative by each of them. */
export function LossStage({ stage, traced }: { stage: Stage; traced: TracedNode }) {
  const say = useWords("glass");
  const { spec, trace, sample, pick } = stage;
  const { node } = traced.forward;
  const one = useMemo(
    () => ({
      kind: spec.loss.kind,
      settings: spec.loss,
      output: sampleOf(traced.forward.output, sample),
      target: sampleOf(trace.targets, sample).values,
      gradient: sampleOf(traced.backward.gradient, sample),
      batch: trace.batch,
    }),
    [spec, trace, traced, sample],
  );
  const outputs = one.output.values.length;
  const target = useMemo(
    () => ({ shape: one.output.shape, values: expected(one.target, outputs) }),
    [one, outputs],
  );
  const shares = useMemo(
    () =>
      one.kind === "softmax_cross_entropy"
        ? { shape: one.output.shape, values: probabilities(one.output.values) }
        : null,
    [one],
  );
  const outstanding = useMemo(() => standout(one.gradient.values), [one]);
  const cell = pick.hovered ?? pick.pinned ?? outstanding;
  const worked = useMemo(() => workLoss(one, cell), [one, cell]);
  const [term, setTerm] = useTerm(cell);
  const cost = useMemo(() => sampleLoss(one), [one]);
  const map = mapOf(one.output.shape);
  const shared = { channel: channelOf(map, cell), selected: cell } as const;
  return (
    <>
      <div className={styles.figures}>
        <GridFigure
          symbol="y"
          letter="y"
          what={say("figure.output", { node })}
          slice={one.output}
          {...shared}
          testId="glass-output"
        />
        {shares !== null && (
          <GridFigure
            symbol="p"
            letter="p"
            what={say("figure.probabilities")}
            slice={shares}
            {...shared}
            limit={1}
            testId="glass-probabilities"
          />
        )}
        <GridFigure
          symbol="t"
          letter="t"
          what={say("figure.targets")}
          slice={target}
          {...shared}
          testId="glass-target"
        />
        <GridFigure
          symbol={<BySymbol by="y" />}
          letter="dL/dy"
          what={say("figure.byOutputs", { node })}
          slice={one.gradient}
          {...shared}
          onHover={hover}
          onPin={pin}
          testId="glass-by-output"
        />
      </div>
      {cost !== null && (
        <section className={styles.cost}>
          <h3>{say("loss.sample")}</h3>
          {cost.lines.map((line, index) => (
            <Formula key={index} latex={line} />
          ))}
          <p
            data-testid="glass-loss"
            data-measured={trace.loss ?? undefined}
            data-sample-loss={cost.value}
          >
            {say("loss.batch", { batch: trace.batch })}
            <b>{precise(trace.loss ?? Number.NaN)}</b>
          </p>
        </section>
      )}
      <Arithmetic worked={worked} rowLabel="" format={stage.format} term={term} onTerm={setTerm} />
    </>
  );
}
