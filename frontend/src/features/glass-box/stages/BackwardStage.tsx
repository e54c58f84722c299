import { useMemo } from "react";
import { aimAt, hover, pin, showChannel, type TracedNode } from "@/state/glass";
import { useWords } from "@/words";
import { Arithmetic } from "../Arithmetic";
import { workBackward } from "../arithmetic/backward";
import { placeOf, type ReturnPass, type Slice, value } from "../arithmetic/cases";
import styles from "../GlassBox.module.css";
import { GridFigure } from "../GridFigure";
import { channelOf, mapOf, standout, unitSlice } from "../maps";
import { takersOf } from "../passes";
import { BySymbol } from "../symbols";
import { type Stage, useReturnPass, useTerm } from "./useStage";
import { WeightStage } from "./WeightStage";

/** `g`, as the words beside it say, is the derivative by the output. */
const arrivingAndWeight = ["g", "w"] as const;

/** What can be derived by: each input, each parameter. */
export function aimsOf(traced: TracedNode): { inputs: string[]; parameters: string[] } {
  return {
    inputs: traced.forward.inputs.map((_, position) => `input:${position}`),
    parameters: Object.keys(traced.backward.parameters),
  };
}

/** A layer on the way back: what arrives, what it hands on, and how one derivative came about. */
export function BackwardStage({ stage, traced }: { stage: Stage; traced: TracedNode }) {
  const pass = useReturnPass(stage, traced);
  const { inputs, parameters } = aimsOf(traced);
  const asked = stage.pick.aim;
  const aim = [...inputs, ...parameters].includes(asked) ? asked : (inputs[0] ?? "");
  if (pass === null) return null;
  const chooser = <AimChooser traced={traced} aim={aim} />;
  return parameters.includes(aim) ? (
    <WeightStage key={aim} stage={stage} traced={traced} pass={pass} name={aim} tools={chooser} />
  ) : (
    <InputStage
      stage={stage}
      traced={traced}
      pass={pass}
      position={Math.max(0, inputs.indexOf(aim))}
      tools={chooser}
    />
  );
}

function AimChooser({ traced, aim }: { traced: TracedNode; aim: string }) {
  const say = useWords("glass");
  const { inputs, parameters } = aimsOf(traced);
  const named = (one: string): string => {
    if (parameters.includes(one)) return one;
    const from = traced.forward.inputs[inputs.indexOf(one)]?.node ?? "";
    if (inputs.length > 1) return say("back.inputOf", { node: from });
    return say(from === "input" ? "back.data" : "back.input");
  };
  return (
    <div className={styles.aims} role="group" aria-label={say("back.aim")}>
      <span>{say("back.aim")}</span>
      <div className={styles.switch}>
        {[...inputs, ...parameters].map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === aim}
            data-testid={`glass-aim-${one}`}
            onClick={() => {
              aimAt(one);
            }}
          >
            {named(one)}
          </button>
        ))}
      </div>
    </div>
  );
}

function InputStage({
  stage,
  traced,
  pass,
  position,
  tools,
}: {
  stage: Stage;
  traced: TracedNode;
  pass: ReturnPass;
  position: number;
  tools: React.ReactNode;
}) {
  const say = useWords("glass");
  const { pick, spec } = stage;
  const { node } = traced.forward;
  const from = traced.forward.inputs[position]?.node ?? "";
  const leaving = pass.inputGradients[position] ?? pass.gradient;
  const outstanding = useMemo(
    () => standout(pass.kind === "dropout" ? whereSeen(pass, leaving) : leaving.values),
    [pass, leaving],
  );
  const cell = pick.hovered ?? pick.pinned ?? outstanding;
  const worked = useMemo(() => workBackward(pass, cell, position), [pass, cell, position]);
  const [term, setTerm] = useTerm(cell);
  const leavingMap = mapOf(leaving.shape);
  const arrivingMap = mapOf(pass.gradient.shape);
  const arriving = worked?.inputs[0] ?? [];
  const arrived = term === null || arriving.length === 0 ? null : value(arriving, term);
  const channels = new Set(Array.from(arriving, (index) => channelOf(arrivingMap, index)));
  const [firstChannel = 0] = channels;
  const channel =
    arrived !== null
      ? channelOf(arrivingMap, arrived)
      : pick.channel !== null && (channels.size === 0 || channels.has(pick.channel))
        ? Math.min(pick.channel, arrivingMap.channels - 1)
        : firstChannel;
  const takers = takersOf(spec, from);
  const { weight } = pass.parameters;
  const groups = pass.window?.groups ?? 1;
  const unit = arrivingMap.isImage ? channel : (arrived ?? standoutOf(pass, arriving));
  const filter = useMemo(
    () =>
      weight === undefined || weight.shape.length < 2
        ? null
        : unitSlice(pass.kind, weight, unit, groups, pass.inputs[0]?.shape),
    [weight, pass, unit, groups],
  );
  const filterMap = filter === null ? null : mapOf(filter.shape);
  const inputChannel = placeOf(cell, leaving.shape)[0] ?? 0;
  const isZeroDropout = worked === null && pass.kind === "dropout";
  const marked = worked?.parameters.weight;
  return (
    <>
      <div className={styles.figures}>
        <GridFigure
          symbol={<BySymbol by="x" />}
          letter="dL/dx"
          what={say("figure.byInput", { node: from })}
          slice={leaving}
          channel={channelOf(leavingMap, cell)}
          onChannel={(chosen) => {
            pin(chosen * leavingMap.area + (cell % leavingMap.area));
          }}
          selected={cell}
          onHover={hover}
          onPin={pin}
          testId="glass-by-input"
        />
        {filter !== null && filterMap !== null && (
          <GridFigure
            symbol="w"
            letter="w"
            what={
              pass.kind.startsWith("conv")
                ? say("figure.filter", { filter: unit, channel: inputChannel })
                : say("figure.weights", { output: unit })
            }
            slice={filter}
            channel={filterMap.channels > 1 ? inputChannel % filterMap.channels : 0}
            marks={
              marked === undefined ? [] : Array.from(marked, (index) => filter.inside(index) ?? -1)
            }
            selected={
              term === null || marked === undefined ? null : filter.inside(value(marked, term))
            }
            testId="glass-weight"
          />
        )}
        <GridFigure
          symbol={<BySymbol by="y" />}
          letter="dL/dy"
          what={say("figure.byOutput", { node })}
          slice={pass.gradient}
          channel={channel}
          onChannel={showChannel}
          marks={arriving}
          selected={arrived}
          testId="glass-by-output"
        />
      </div>
      <Arithmetic
        worked={worked}
        rowLabel={say("arithmetic.rowBack")}
        letters={arrivingAndWeight}
        {...(isZeroDropout ? { none: say("arithmetic.unread") } : {})}
        format={takers > 1 ? null : stage.format}
        term={term}
        onTerm={setTerm}
        tools={tools}
      >
        {takers > 1 && (
          <p className={styles.note}>{say("arithmetic.branches", { node: from, count: takers })}</p>
        )}
      </Arithmetic>
    </>
  );
}

/** Whether a value was dropped is seen where it was not zero anyway. */
function whereSeen({ inputs }: ReturnPass, leaving: Slice): Float64Array {
  const seen = inputs[0]?.values ?? [];
  return Float64Array.from(leaving.values, (g, at) => (seen[at] === 0 ? 0 : g));
}

/** Of the derivatives that took part the one that stands out, as the output whose weights are shown. */
function standoutOf(pass: ReturnPass, arriving: ArrayLike<number>): number {
  const values = Array.from(arriving, (index) => value(pass.gradient.values, index));
  return values.length === 0 ? 0 : value(arriving, standout(values));
}
