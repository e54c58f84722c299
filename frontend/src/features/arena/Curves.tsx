import { useMemo, useState } from "react";
import { decimal, share } from "@/draw/format";
import type { ScalarName, SeriesStore } from "@/state/telemetry/seriesStore";
import { formatCount } from "@/ui";
import { CurvePlot } from "@/ui/plot/CurvePlot";
import type { Curve, PlotPoint } from "@/ui/plot/curveData";
import { merge, readOnChange } from "@/ui/canvas/merge";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { useWords } from "@/words";
import styles from "./Arena.module.css";
import { Switch } from "./Switch";
import { type ShownVariant, useVariants } from "./useVariants";
import { LineMark } from "./VariantMark";
import { arenaView, useArenaView } from "./view";

const scalars = {
  loss: { training: "train_loss", validation: "validation_loss" },
  accuracy: { training: "train_accuracy", validation: "validation_accuracy" },
} as const satisfies Record<string, Record<string, ScalarName>>;

const shares = [0, 1] as const;

/** Loss and accuracy of all variants, one above the other over the same steps. */
export function Curves() {
  const variants = useVariants();
  return (
    <section className={styles.curves}>
      <Overlay measure="loss" variants={variants} tools={<LossTools />} />
      <Overlay measure="accuracy" variants={variants} tools={<SmoothingTool />} />
    </section>
  );
}

function LossTools() {
  const say = useWords("arena");
  const sayWatch = useWords("watch");
  const subject = useArenaView((view) => view.subject);
  const isLogarithmic = useArenaView((view) => view.isLogarithmic);
  return (
    <>
      <Switch
        label={say("curves.subject")}
        choices={[
          { value: "training", text: say("curves.training") },
          { value: "validation", text: say("curves.validation") },
        ]}
        value={subject}
        testId="arena-subject"
        onChange={(value) => {
          arenaView.setState({ subject: value });
        }}
      />
      <Switch
        label={sayWatch("curves.scale")}
        choices={[
          { value: "linear", text: sayWatch("curves.linear") },
          { value: "log", text: sayWatch("curves.logarithmic") },
        ]}
        value={isLogarithmic ? "log" : "linear"}
        testId="arena-scale"
        onChange={(value) => {
          arenaView.setState({ isLogarithmic: value === "log" });
        }}
      />
    </>
  );
}

function SmoothingTool() {
  const say = useWords("watch");
  const smoothing = useArenaView((view) => view.smoothing);
  return (
    <label className={styles.slider} title={say("curves.smoothingHint")}>
      {say("curves.smoothing")}
      <input
        type="range"
        min={0}
        max={0.99}
        step={0.01}
        value={smoothing}
        data-testid="arena-smoothing"
        onChange={(event) => {
          arenaView.setState({ smoothing: Number(event.currentTarget.value) });
        }}
      />
      <output>{smoothing.toFixed(2)}</output>
    </label>
  );
}

/** Whether any variant has measured a scalar; "never" where steps of training came without it. */
function coverage(sources: readonly SeriesStore[], scalar: ScalarName): "some" | "none" | "never" {
  if (sources.some((source) => source.get(scalar) !== null)) return "some";
  return sources.some((source) => source.get("train_loss") !== null) ? "never" : "none";
}

function Overlay({
  measure,
  variants,
  tools,
}: {
  measure: "loss" | "accuracy";
  variants: readonly ShownVariant[];
  tools: React.ReactNode;
}) {
  const say = useWords("arena");
  const subject = useArenaView((view) => view.subject);
  const smoothing = useArenaView((view) => view.smoothing);
  const isLogarithmic = useArenaView((view) => view.isLogarithmic) && measure === "loss";
  const pointed = useArenaView((view) => view.pointed);
  const [point, setPoint] = useState<PlotPoint | null>(null);
  const scalar = scalars[measure][subject];
  const sources = useMemo(
    () => variants.map(({ variant }) => variant.run.telemetry.series),
    [variants],
  );
  const curves = useMemo(
    () =>
      variants.map(({ variant, name, line }): Curve => ({
        label: name,
        isSmoothed: subject === "training",
        stroke: () => ({
          colour: line.colour,
          width: 1.75,
          dash: line.dash,
          hasPoints: subject === "validation",
        }),
        read: () => variant.run.telemetry.series.get(scalar),
      })),
    [variants, subject, scalar],
  );
  const [source, read] = useMemo(() => {
    const merged = merge(sources);
    return [merged, readOnChange(merged, () => coverage(sources, scalar))] as const;
  }, [sources, scalar]);
  const covered = useMeasured(source, read);
  const focused = variants.findIndex(({ variant }) => variant.id === pointed);
  const empty = measure === "loss" ? "curves.lossEmpty" : "curves.accuracyEmpty";
  return (
    <div className={styles.overlay}>
      <header className={styles.head}>
        <h3>{say(`curves.${measure}`)}</h3>
        <span className={styles.tools}>{tools}</span>
      </header>
      <div className={styles.plot}>
        {covered === "some" && (
          <CurvePlot
            curves={curves}
            sources={sources}
            smoothing={smoothing}
            isLogarithmic={isLogarithmic}
            bounds={measure === "accuracy" ? shares : null}
            isShare={measure === "accuracy"}
            onPoint={setPoint}
            focused={focused < 0 ? null : focused}
            label={say(`curves.${measure}Label`)}
            testId={`arena-curve-${measure}`}
          />
        )}
        {covered !== "some" && (
          <p className={styles.absent}>
            {say(covered === "never" ? "curves.noValidation" : empty)}
          </p>
        )}
        {covered === "some" && point !== null && (
          <Reading point={point} variants={variants} measure={measure} />
        )}
      </div>
    </div>
  );
}

/** The values of all variants at the pointer's step, the best first. */
function Reading({
  point,
  variants,
  measure,
}: {
  point: PlotPoint;
  variants: readonly ShownVariant[];
  measure: "loss" | "accuracy";
}) {
  const say = useWords("arena");
  const sign = measure === "loss" ? 1 : -1;
  const rows = variants
    .map((shown, index) => ({ shown, value: point.values[index] ?? null }))
    .sort(
      (one, other) => sign * ((one.value ?? sign * Infinity) - (other.value ?? sign * Infinity)),
    );
  return (
    <div className={styles.reading} data-side={point.place < 0.5 ? "right" : "left"} aria-hidden>
      <b>{say("curves.atStep", { step: formatCount(point.step) })}</b>
      {rows.map(({ shown, value }) => (
        <span key={shown.variant.id}>
          <LineMark line={shown.line} />
          <i>{shown.name}</i>
          <b>
            {value === null
              ? say("curves.notMeasured")
              : measure === "loss"
                ? decimal(value)
                : share(value)}
          </b>
        </span>
      ))}
    </div>
  );
}
