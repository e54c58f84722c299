import { useCallback, useId, useMemo, useState } from "react";
import { parseColour, toCss } from "@/draw/colour";
import { decimal, share } from "@/draw/format";
import type { SeriesStore } from "@/state/telemetry/seriesStore";
import { FigureTextContext } from "@/ui/canvas/figureText";
import { CurvePlot } from "@/ui/plot/CurvePlot";
import type { Curve, PlotPoint, Stroke } from "@/ui/plot/curveData";
import type { Source } from "@/ui/canvas/painter";
import { merge, readOnChange } from "@/ui/canvas/merge";
import { useMeasured } from "@/ui/canvas/useMeasured";
import { useWords } from "@/words";
import styles from "./Curves.module.css";
import { CurveReading } from "./CurveReading";
import { type Kind, kindsOf, type Measure, scalars } from "./scalars";
import { Switch } from "./Switch";
import { type ShownVariant, useVariants } from "./useVariants";
import { arenaView, useArenaView } from "./view";

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
        title={say("curves.subjectHint")}
        choices={[
          { value: "both", text: say("curves.both") },
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
        label={sayWatch("scale.of.loss")}
        choices={[
          { value: "linear", text: sayWatch("scale.linear") },
          { value: "log", text: sayWatch("scale.logarithmic") },
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

/** Which kinds of a scalar any variant has measured, for instance "training validation"; "untrained" before a step. */
function coverage(sources: readonly SeriesStore[], measure: Measure): string {
  if (sources.every((source) => source.get("train_loss") === null)) return "untrained";
  const kinds = kindsOf("both").filter((kind) =>
    sources.some((source) => source.get(scalars[measure][kind]) !== null),
  );
  return kinds.join(" ");
}

/** Why no curve is drawn. */
function whyEmpty(measure: Measure, covered: string) {
  if (covered === "untrained") return `curves.${measure}Empty` as const;
  // A network that predicts values has no right answers to count.
  return covered === "" ? "curves.noAccuracy" : "curves.noValidation";
}

/** Every step's batch is a line; the validation after an epoch a point, before which the line steps back. */
function strokeOf({ line }: ShownVariant, kind: Kind, hasBoth: boolean): Stroke {
  const { colour, dash } = line;
  if (kind === "validation") return { colour, dash, width: 1.75, hasPoints: true };
  return hasBoth
    ? { colour: toCss(parseColour(colour), 0.5), dash, width: 1.25 }
    : { colour, dash, width: 1.75 };
}

function Overlay({
  measure,
  variants,
  tools,
}: {
  measure: Measure;
  variants: readonly ShownVariant[];
  tools: React.ReactNode;
}) {
  const say = useWords("arena");
  const textId = useId();
  const subject = useArenaView((view) => view.subject);
  const smoothing = useArenaView((view) => view.smoothing);
  const isLogarithmic = useArenaView((view) => view.isLogarithmic) && measure === "loss";
  const pointed = useArenaView((view) => view.pointed);
  const [point, setPoint] = useState<PlotPoint | null>(null);
  const sources = useMemo(
    () => variants.map(({ variant }) => variant.run.telemetry.series),
    [variants],
  );
  const [source, read] = useMemo(() => {
    const merged = merge(sources);
    return [merged, readOnChange(merged, () => coverage(sources, measure))] as const;
  }, [sources, measure]);
  const covered = useMeasured(source, read);
  const kinds = useMemo(
    () => kindsOf(subject).filter((kind) => covered.includes(kind)),
    [subject, covered],
  );
  const curves = useMemo(
    () =>
      kinds.flatMap((kind) =>
        variants.map((shown): Curve => ({
          label: `${shown.name} (${say(`curves.${kind}`)})`,
          isSmoothed: kind === "training",
          stroke: () => strokeOf(shown, kind, kinds.length > 1),
          read: () => shown.variant.run.telemetry.series.get(scalars[measure][kind]),
        })),
      ),
    [variants, kinds, measure, say],
  );
  const focused = useMemo(() => {
    const place = variants.findIndex(({ variant }) => variant.id === pointed);
    return place < 0 ? null : kinds.map((_, group) => group * variants.length + place);
  }, [variants, kinds, pointed]);
  return (
    <div className={styles.overlay}>
      <header className={styles.head}>
        <h3>{say(`curves.${measure}`)}</h3>
        <span className={styles.tools}>{tools}</span>
      </header>
      <div className={styles.plot}>
        {kinds.length > 0 && (
          <FigureTextContext value={textId}>
            <CurvePlot
              curves={curves}
              sources={sources}
              smoothing={smoothing}
              isLogarithmic={isLogarithmic}
              bounds={measure === "accuracy" ? shares : null}
              isShare={measure === "accuracy"}
              onPoint={setPoint}
              focused={focused}
              label={say(`curves.${measure}Label`)}
              testId={`arena-curve-${measure}`}
            />
          </FigureTextContext>
        )}
        {kinds.length > 0 && (
          <NewestValues id={textId} curves={curves} source={source} measure={measure} />
        )}
        {kinds.length === 0 && <p className={styles.absent}>{say(whyEmpty(measure, covered))}</p>}
        {kinds.length > 0 && point !== null && (
          <CurveReading point={point} variants={variants} kinds={kinds} measure={measure} />
        )}
      </div>
    </div>
  );
}

/** The newest value of each curve, for those who do not see the plot. */
function NewestValues(props: {
  id: string;
  curves: readonly Curve[];
  source: Source;
  measure: Measure;
}) {
  const { id, curves, source, measure } = props;
  const say = useWords("watch");
  const read = useCallback(() => {
    const write = measure === "accuracy" ? share : decimal;
    const written = curves.flatMap(({ label, read: readCurve }) => {
      const value = readCurve()?.values.at(-1);
      return value === undefined ? [] : [`${label} ${write(value)}`];
    });
    return written.join(say("comma"));
  }, [curves, measure, say]);
  return (
    <p id={id} className="visually-hidden">
      {useMeasured(source, read)}
    </p>
  );
}
