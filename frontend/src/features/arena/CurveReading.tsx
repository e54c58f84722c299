import { decimal, share } from "@/draw/format";
import { formatCount } from "@/ui";
import type { PlotPoint } from "@/ui/plot/curveData";
import { useWords } from "@/words";
import styles from "./Curves.module.css";
import type { Kind, Measure } from "./scalars";
import type { ShownVariant } from "./useVariants";
import { LineMark } from "./VariantMark";
import { useArenaView } from "./view";

/** The values of all variants at the pointer's step, the best first, a column for each kind that is drawn. */
export function CurveReading({
  point,
  variants,
  kinds,
  measure,
}: {
  point: PlotPoint;
  variants: readonly ShownVariant[];
  kinds: readonly Kind[];
  measure: Measure;
}) {
  const say = useWords("arena");
  // What is read is what is drawn.
  const isSmoothed = useArenaView(({ smoothing }) => smoothing > 0);
  const sign = measure === "loss" ? 1 : -1;
  const write = measure === "loss" ? decimal : share;
  const rows = variants
    .map((shown, place) => ({
      shown,
      // The plot has all variants of the first kind, then all of the second.
      values: kinds.map((_, group) => point.values[group * variants.length + place] ?? null),
    }))
    .sort((one, other) => {
      const [mine, its] = [one.values[0] ?? sign * Infinity, other.values[0] ?? sign * Infinity];
      return sign * (mine - its);
    });
  return (
    <div className={styles.reading} data-side={point.place < 0.5 ? "right" : "left"} aria-hidden>
      <span>
        <b>{say("curves.atStep", { step: formatCount(point.step) })}</b>
        <i />
        {kinds.map((kind) => (
          <em key={kind}>
            {say(kind === "training" && isSmoothed ? "curves.smoothed" : `curves.${kind}`)}
          </em>
        ))}
      </span>
      {rows.map(({ shown, values }) => (
        <span key={shown.variant.id}>
          <LineMark line={shown.line} />
          <i>{shown.name}</i>
          {values.map((value, group) => (
            <b key={kinds[group]} className={styles.read}>
              {value === null ? say("curves.notMeasured") : write(value)}
            </b>
          ))}
        </span>
      ))}
    </div>
  );
}
