import { useMemo } from "react";
import { hover, pin, showChannel, type TracedNode } from "@/state/glass";
import { useWords } from "@/words";
import { Arithmetic, precise } from "../Arithmetic";
import { placeOf, type ReturnPass, sampleOf, value } from "../arithmetic/cases";
import { weightShare, workWeight } from "../arithmetic/weights";
import styles from "../GlassBox.module.css";
import { GridFigure } from "../GridFigure";
import { channelOf, mapOf, standout, unitSlice } from "../maps";
import { BySymbol } from "../symbols";
import { type Stage, useTerm } from "./useStage";

interface WeightStageProps {
  stage: Stage;
  traced: TracedNode;
  pass: ReturnPass;
  name: string;
  tools: React.ReactNode;
}

/** `g`, as the words beside it say, is the derivative by the output. */
const arrivingAndInput = ["g", "x"] as const;

const nothing = { shape: [0], values: new Float32Array() };

/** The derivative by one weight: what this sample adds to it, and what the whole batch comes to. */
export function WeightStage({ stage, traced, pass, name, tools }: WeightStageProps) {
  const say = useWords("glass");
  const { pick, trace } = stage;
  const { node, inputs } = traced.forward;
  const tensor = pass.byParameter[name] ?? nothing;
  const groups = pass.window?.groups ?? 1;
  const gradientMap = mapOf(pass.gradient.shape);
  const isMatrix = tensor.shape.length > 1;
  const unit = isMatrix ? Math.min(pick.channel ?? 0, unitsOf(pass, tensor.shape) - 1) : 0;
  const slice = useMemo(
    () => unitSlice(pass.kind, tensor, unit, groups, pass.inputs[0]?.shape),
    [pass, tensor, unit, groups],
  );
  const outstanding = useMemo(() => standout(slice.values), [slice]);
  const inside = pick.hovered ?? pick.pinned ?? outstanding;
  const at = Math.min(inside, slice.values.length - 1);
  const cell = slice.index(at);
  const worked = useMemo(() => workWeight(pass, name, cell), [pass, name, cell]);
  const [term, setTerm] = useTerm(cell);
  const shares = useSum(stage, traced, pass, name, cell);
  const x = pass.inputs[0];
  const map = mapOf(slice.shape);
  const arriving = worked?.terms?.input ?? [];
  const seen = worked?.terms?.parameter ?? [];
  const seenChannel =
    x === undefined || seen.length === 0 ? 0 : channelOf(mapOf(x.shape), value(seen, 0));
  const output = isMatrix ? unit : (placeOf(cell, tensor.shape)[0] ?? 0);
  return (
    <>
      <div className={styles.figures}>
        {x !== undefined && seen.length > 0 && (
          <GridFigure
            symbol="x"
            letter="x"
            what={say("figure.input", { node: inputs[0]?.node ?? "" })}
            slice={x}
            channel={seenChannel}
            marks={seen}
            selected={term === null ? null : value(seen, term)}
            testId="glass-input"
          />
        )}
        <GridFigure
          symbol={<BySymbol by={name === "bias" ? "b" : "w"} />}
          letter={`dL/d${name}`}
          what={say("figure.byParameter", { name })}
          slice={slice}
          channel={channelOf(map, at)}
          onChannel={(channel) => {
            pin(channel * map.area + (at % map.area));
          }}
          selected={at}
          onHover={hover}
          onPin={pin}
          testId="glass-by-weight"
        />
        <GridFigure
          symbol={<BySymbol by="y" />}
          letter="dL/dy"
          what={say("figure.byOutput", { node })}
          slice={pass.gradient}
          channel={gradientMap.isImage ? Math.min(output, gradientMap.channels - 1) : 0}
          {...(isMatrix && gradientMap.isImage ? { onChannel: showChannel } : {})}
          {...(isMatrix && !gradientMap.isImage ? { onPin: showChannel } : {})}
          marks={arriving}
          selected={
            term !== null ? value(arriving, term) : isMatrix && !gradientMap.isImage ? unit : null
          }
          testId="glass-by-output"
        />
      </div>
      <Arithmetic
        worked={worked}
        rowLabel={say("arithmetic.rowWeight")}
        letters={arrivingAndInput}
        format={null}
        term={term}
        onTerm={setTerm}
        tools={tools}
      >
        {worked !== null && (
          <p
            className={styles.note}
            data-testid="glass-sum"
            data-sum={shares ?? undefined}
            data-measured={worked.measured}
          >
            {shares === null
              ? say("arithmetic.shareOf", {
                  part: precise(worked.computed),
                  batch: trace.batch,
                  total: precise(worked.measured),
                })
              : say("arithmetic.sum", {
                  batch: trace.batch,
                  sum: precise(shares),
                  total: precise(worked.measured),
                })}
          </p>
        )}
      </Arithmetic>
    </>
  );
}

function unitsOf(pass: ReturnPass, shape: readonly number[]): number {
  return pass.kind === "conv_transpose2d"
    ? (shape[1] ?? 1) * (pass.window?.groups ?? 1)
    : (shape[0] ?? 1);
}

/** The sum over the whole batch, where all of it can be looked at; else null. */
function useSum(
  stage: Stage,
  traced: TracedNode,
  pass: ReturnPass,
  name: string,
  cell: number,
): number | null {
  const { trace } = stage;
  return useMemo(() => {
    const [samples = 0] = traced.forward.output.shape;
    if (samples < trace.batch) return null;
    let sum = 0;
    for (let sample = 0; sample < samples; sample += 1) {
      const one = {
        ...pass,
        inputs: traced.forward.inputs.map(({ tensor }) => sampleOf(tensor, sample)),
        output: sampleOf(traced.forward.output, sample),
        gradient: sampleOf(traced.backward.gradient, sample),
      };
      sum += weightShare(one, name, cell) ?? Number.NaN;
    }
    return sum;
  }, [trace, traced, pass, name, cell]);
}
