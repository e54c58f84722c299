import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMemo } from "react";
import {
  aimAt,
  hover,
  pin,
  showChannel,
  showUpdateOf,
  type TracedNode,
  trainedNodes,
  useGlass,
} from "@/state/glass";
import { runStore } from "@/state/telemetry/runStore";
import { useWords } from "@/words";
import { Arithmetic, precise } from "../Arithmetic";
import { value } from "../arithmetic/cases";
import { workUpdate } from "../arithmetic/update";
import styles from "../GlassBox.module.css";
import { GridFigure } from "../GridFigure";
import { channelOf, mapOf, standout, unitCount, unitSlice } from "../maps";
import { BySymbol } from "../symbols";
import { type Stage, useTerm } from "./useStage";

/** What the optimizer makes of the gradient: each weight before, its gradient, its update, and after. */
export function UpdateStage({ stage, traced }: { stage: Stage; traced: TracedNode }) {
  const say = useWords("glass");
  const { spec, trace, pick } = stage;
  const { node, window } = traced.forward;
  const names = Object.keys(traced.backward.parameters);
  const name = names.includes(pick.aim) ? pick.aim : (names[0] ?? "");
  const parameter = traced.backward.parameters[name];
  const before = traced.forward.parameters[name];
  const groups = window?.groups ?? 1;
  const { kind } = traced.forward;
  const units = unitCount(kind, before?.shape ?? [], groups);
  const unit = Math.min(pick.channel ?? 0, units - 1);
  const slices = useMemo(() => {
    if (parameter === undefined || before === undefined) return null;
    const like = traced.forward.inputs[0]?.tensor.shape.slice(1);
    const of = (tensor: typeof before) => unitSlice(kind, tensor, unit, groups, like);
    return {
      before: of(before),
      gradient: of(parameter.gradient),
      update: of(parameter.update),
      after: of(parameter.value),
    };
  }, [parameter, before, traced, kind, unit, groups]);
  const outstanding = useMemo(() => standout(slices?.update.values ?? []), [slices]);
  const inside = Math.min(
    pick.hovered ?? pick.pinned ?? outstanding,
    Math.max(0, (slices?.before.values.length ?? 1) - 1),
  );
  const cell = slices?.before.index(inside) ?? 0;
  const worked = useMemo(() => {
    if (parameter === undefined || before === undefined) return null;
    return workUpdate({
      optimizer: spec.optimizer,
      learningRate: trace.learningRate,
      step: trace.step,
      gradientNorm: trace.gradientNorm,
      weight: value(before.values, cell),
      gradient: value(parameter.gradient.values, cell),
      remembered: Object.fromEntries(
        Object.entries(parameter.remembered).map(([kept, tensor]) => [
          kept,
          value(tensor.values, cell),
        ]),
      ),
      measured: value(parameter.update.values, cell),
      isFrozen: (spec.frozen ?? []).includes(node),
    });
  }, [parameter, before, spec, trace, cell, node]);
  const [term, setTerm] = useTerm(cell);
  if (slices === null || parameter === undefined || before === undefined) return null;
  const map = mapOf(slices.before.shape);
  const symbol = name === "bias" ? "b" : "w";
  const shared = {
    channel: channelOf(map, inside),
    selected: inside,
    onChannel: (channel: number) => {
      pin(channel * map.area + (inside % map.area));
    },
    onHover: hover,
    onPin: pin,
  } as const;
  const hasRowNorm = typeof spec.optimizer.max_norm === "number" && before.shape.length > 1;
  return (
    <>
      <div className={styles.choices}>
        <LayerChooser node={node} />
        <Switch names={names} chosen={name} />
        {units > 1 && <UnitChooser unit={unit} units={units} />}
      </div>
      <div className={styles.figures}>
        <GridFigure
          {...shared}
          symbol={symbol}
          letter={symbol}
          what={say("figure.before")}
          slice={slices.before}
          testId="glass-before"
        />
        <GridFigure
          {...shared}
          symbol={<BySymbol by={symbol} />}
          letter={`dL/d${symbol}`}
          what={say("figure.gradient")}
          slice={slices.gradient}
          testId="glass-by-weight"
        />
        <GridFigure
          {...shared}
          symbol={`Δ${symbol}`}
          letter={`Δ${symbol}`}
          what={say("figure.update")}
          slice={slices.update}
          testId="glass-update"
        />
        <GridFigure
          {...shared}
          symbol={symbol}
          letter={symbol}
          what={say("figure.after")}
          slice={slices.after}
          testId="glass-after"
        />
      </div>
      <Arithmetic
        worked={worked}
        rowLabel=""
        // Rows that are shortened afterwards changed by more than the rule says.
        format={hasRowNorm ? null : stage.format}
        term={term}
        onTerm={setTerm}
      >
        {hasRowNorm && <p className={styles.note}>{say("update.rowNorm")}</p>}
        {(spec.frozen ?? []).includes(node) && (
          <p className={styles.note}>{say("update.frozen")}</p>
        )}
        <p className={styles.note}>
          {say("update.from", {
            before: precise(value(before.values, cell)),
            after: precise(value(parameter.value.values, cell)),
          })}
        </p>
      </Arithmetic>
    </>
  );
}

function LayerChooser({ node }: { node: string }) {
  const say = useWords("glass");
  const { run } = runStore.getState();
  return (
    <label className={styles.chooser}>
      {say("update.layer")}
      <select
        value={node}
        data-testid="glass-update-layer"
        onChange={(event) => {
          showUpdateOf(event.currentTarget.value);
        }}
      >
        {(run === null ? [node] : trainedNodes(run)).map((id) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
    </label>
  );
}

function Switch({ names, chosen }: { names: readonly string[]; chosen: string }) {
  const say = useWords("glass");
  return (
    <div className={styles.switch} role="group" aria-label={say("update.parameter")}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chosen}
          data-testid={`glass-aim-${name}`}
          onClick={() => {
            aimAt(name);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function UnitChooser({ unit, units }: { unit: number; units: number }) {
  const say = useWords("glass");
  return (
    <div className={styles.sample} role="group" aria-label={say("update.unitLabel")}>
      <button
        type="button"
        aria-label={`${say("update.unitLabel")}: ${unit - 1}`}
        disabled={unit === 0}
        onClick={() => {
          showChannel(unit - 1);
        }}
      >
        <IconChevronLeft size={14} />
      </button>
      <span>{say("update.unit", { unit, units: units - 1 })}</span>
      <button
        type="button"
        aria-label={`${say("update.unitLabel")}: ${unit + 1}`}
        disabled={unit >= units - 1}
        data-testid="glass-unit-next"
        onClick={() => {
          showChannel(unit + 1);
        }}
      >
        <IconChevronRight size={14} />
      </button>
    </div>
  );
}

/** The layer whose update is shown, once its tensors are here. */
export function useUpdated(): TracedNode | null {
  return useGlass((state) =>
    state.updated === null ? null : (state.nodes.get(state.updated) ?? null),
  );
}
