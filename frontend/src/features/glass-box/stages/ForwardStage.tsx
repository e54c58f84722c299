import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { hover, pin, showChannel, type TracedNode } from "@/state/glass";
import { type Say, useWords } from "@/words";
import { Arithmetic } from "../Arithmetic";
import { type Pass, placeOf, type Slice, value, type Worked } from "../arithmetic/cases";
import { workForward } from "../arithmetic/forward";
import { windowPlaces } from "../arithmetic/windows";
import styles from "../GlassBox.module.css";
import { GridFigure } from "../GridFigure";
import { channelOf, mapOf, standout, unitSlice } from "../maps";
import { type Stage, usePass, useTerm } from "./useStage";

const noPlaces: readonly (readonly [number, number])[] = [];

/** A layer on the way forward: what came in, what weights it, what came out, and how one cell of it came about. */
export function ForwardStage({ stage, traced }: { stage: Stage; traced: TracedNode }) {
  const say = useWords("glass");
  const pass = usePass(stage, traced);
  const { node, inputs } = traced.forward;
  const { pick } = stage;
  const outstanding = useMemo(() => standout(pass.output.values), [pass]);
  const cell = pick.hovered ?? pick.pinned ?? outstanding;
  const worked = useMemo(() => workForward(pass, cell), [pass, cell]);
  const [term, setTerm] = useTerm(cell);
  const outputMap = mapOf(pass.output.shape);
  return (
    <>
      <div className={styles.figures} data-count={inputs.length + 2}>
        {pass.inputs.map((slice, position) => (
          <InputFigure
            key={position}
            what={say("figure.input", { node: inputs[position]?.node ?? "" })}
            letter={pass.inputs.length > 1 ? `x${position + 1}` : "x"}
            slice={slice}
            pass={pass}
            worked={worked}
            position={position}
            cell={cell}
            term={position === 0 ? term : null}
            channel={pick.channel}
          />
        ))}
        <WeightFigure
          pass={pass}
          worked={worked}
          cell={cell}
          term={term}
          channel={pick.channel}
          say={say}
        />
        <GridFigure
          symbol="y"
          letter="y"
          what={say("figure.output", { node })}
          slice={pass.output}
          channel={channelOf(outputMap, cell)}
          onChannel={(channel) => {
            pin(channel * outputMap.area + (cell % outputMap.area));
          }}
          selected={cell}
          onHover={hover}
          onPin={pin}
          testId="glass-output"
        />
      </div>
      <Arithmetic
        worked={worked}
        rowLabel={rowLabel(pass, say)}
        format={stage.format}
        term={term}
        onTerm={setTerm}
        tools={pass.window !== null && <Glide pass={pass} cell={cell} />}
      />
    </>
  );
}

function rowLabel(pass: Pass, say: Say<"glass">): string {
  if (pass.kind === "linear") return say("arithmetic.rowLinear");
  return say(pass.kind.startsWith("conv") ? "arithmetic.row" : "arithmetic.rowPool");
}

/** Whether the window slides over the input, so that it can lie over a margin of it. */
function slidesOverInput(pass: Pass): boolean {
  return pass.window !== null && pass.kind !== "conv_transpose2d";
}

/** The input's channel that is shown: the chosen one, where it takes part; else the first that does. */
function shownChannel(
  slice: Slice,
  used: ArrayLike<number>,
  term: number | null,
  chosen: number | null,
): number {
  const map = mapOf(slice.shape);
  if (term !== null && value(used, term) >= 0) return channelOf(map, value(used, term));
  let first: number | null = null;
  for (let at = 0; at < used.length; at += 1) {
    const index = value(used, at);
    if (index < 0) continue;
    const channel = channelOf(map, index);
    if (channel === chosen) return channel;
    first ??= channel;
  }
  return first ?? Math.min(chosen ?? 0, map.channels - 1);
}

function InputFigure(props: {
  what: string;
  letter: string;
  slice: Slice;
  pass: Pass;
  worked: Worked | null;
  position: number;
  cell: number;
  term: number | null;
  channel: number | null;
}) {
  const { slice, pass, worked, position, cell, term } = props;
  const used = worked?.inputs[position] ?? [];
  const channel = shownChannel(slice, used, term, props.channel);
  const slides = slidesOverInput(pass);
  const places = useMemo(() => {
    if (!slides || pass.window === null) return noPlaces;
    const [, row = 0, column = 0] = placeOf(cell, pass.output.shape);
    return windowPlaces(pass.window, row, column);
  }, [slides, pass, cell]);
  const index = term === null ? null : value(used, term);
  return (
    <GridFigure
      symbol="x"
      letter={props.letter}
      what={props.what}
      slice={slice}
      channel={channel}
      onChannel={showChannel}
      marks={used}
      places={places}
      {...(slides && pass.window !== null ? { margins: pass.window.margins } : {})}
      selected={index === null || index < 0 ? null : index}
      testId={position === 0 ? "glass-input" : `glass-input-${position}`}
    />
  );
}

/** The filter or the row of weights that makes the cell's output; nothing for a layer without. */
function WeightFigure(props: {
  pass: Pass;
  worked: Worked | null;
  cell: number;
  term: number | null;
  channel: number | null;
  say: Say<"glass">;
}) {
  const { pass, worked, cell, term, say } = props;
  const { weight } = pass.parameters;
  const [input] = pass.inputs;
  const unit = placeOf(cell, pass.output.shape)[0] ?? 0;
  const groups = pass.window?.groups ?? 1;
  const slice = useMemo(
    () =>
      weight === undefined || weight.shape.length < 2
        ? null
        : unitSlice(pass.kind, weight, unit, groups, input?.shape),
    [pass.kind, weight, unit, groups, input],
  );
  if (slice === null || input === undefined || worked === null) return null;
  const map = mapOf(slice.shape);
  const inputChannel = shownChannel(input, worked.inputs[0] ?? [], term, props.channel);
  // Of a group, filters have the group's channels alone.
  const channel = map.channels > 0 ? inputChannel % map.channels : 0;
  const marked = worked.parameters.weight ?? [];
  const index = term === null ? null : slice.inside(value(marked, term));
  const isImage = pass.kind.startsWith("conv");
  return (
    <GridFigure
      symbol="w"
      letter="w"
      what={
        isImage
          ? say("figure.filter", { filter: unit, channel: inputChannel })
          : say("figure.weights", { output: unit })
      }
      slice={slice}
      channel={channel}
      onChannel={(chosen) => {
        showChannel(chosen + (inputChannel - channel));
      }}
      selected={index}
      testId="glass-weight"
    />
  );
}

/** Moves the window from place to place by itself, through one channel and round again. */
function Glide({ pass, cell }: { pass: Pass; cell: number }) {
  const say = useWords("glass");
  const [gliding, setGliding] = useState(false);
  const { area } = mapOf(pass.output.shape);
  useEffect(() => {
    if (!gliding) return;
    const timer = setTimeout(() => {
      pin(Math.floor(cell / area) * area + (((cell % area) + 1) % area));
    }, 420);
    return () => {
      clearTimeout(timer);
    };
  }, [gliding, cell, area]);
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={gliding}
      data-testid="glass-glide"
      onClick={() => {
        setGliding(!gliding);
      }}
    >
      {gliding ? <IconPlayerPause size={13} /> : <IconPlayerPlay size={13} />}
      {say(gliding ? "arithmetic.hold" : "arithmetic.glide")}
    </button>
  );
}
