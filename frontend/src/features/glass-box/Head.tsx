import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { count, decimal } from "@/draw/format";
import { layerEntry, useCatalog } from "@/state/document";
import { look, nodeOf, type Place, showSample, useGlass } from "@/state/glass";
import { useRun } from "@/state/telemetry/runStore";
import { formatSetting } from "@/ui";
import { useWords } from "@/words";
import type { Trace } from "@/transport/trace";
import { value } from "./arithmetic/cases";
import styles from "./GlassBox.module.css";

/** Where one is, of which step, and which sample of it is looked at. */
export function Head({ place, trace }: { place: Place; trace: Trace }) {
  const say = useWords("glass");
  const node = nodeOf(place);
  const kind = useRun(({ run }) => run?.spec.network.nodes.find(({ id }) => id === node)?.kind);
  const entry = useCatalog((state) => layerEntry(state.catalog, kind ?? ""));
  const ran = useRun(({ latest, run }) => Math.max(latest.step ?? 0, run?.step ?? 0));
  const isLooking = useGlass((state) => state.isLooking);
  return (
    <header className={styles.head}>
      <h2>
        {"node" in place
          ? say(`place.${place.pass}`, { node: place.node })
          : say(`place.${place.pass}`)}
      </h2>
      <p className={styles.says}>
        {"node" in place ? (entry?.title ?? kind) : say(`place.${place.pass}Says`)}
      </p>
      <SamplePicker trace={trace} />
      <p className={styles.facts}>
        <span title={say("stepHint")} data-testid="glass-step">
          {say("step", { step: count(trace.step) })}
        </span>
        <span>{say("batch", { count: trace.batch })}</span>
        {trace.loss !== null && <span>{say("batchLoss", { loss: decimal(trace.loss) })}</span>}
        <span>{say("rate", { rate: formatSetting(trace.learningRate) })}</span>
      </p>
      {ran >= trace.step && (
        <p className={styles.behind}>
          {say("behind", { step: count(ran) })}
          <button
            type="button"
            disabled={isLooking}
            data-testid="glass-again"
            onClick={() => {
              void look();
            }}
          >
            {say("again")}
          </button>
        </p>
      )}
    </header>
  );
}

function SamplePicker({ trace }: { trace: Trace }) {
  const say = useWords("glass");
  const sample = useGlass((state) => state.sample);
  const samples = useGlass((state) => state.samples);
  const dataset = useRun(({ run }) => run?.spec.data.dataset ?? "");
  const classes = useCatalog(
    (state) => state.catalog?.datasets.find(({ kind }) => kind === dataset)?.classes,
  );
  const target = trace.targets.shape.length === 1 ? value(trace.targets.values, sample) : null;
  return (
    <div
      className={styles.sample}
      role="group"
      aria-label={say("sample.label")}
      title={
        samples < trace.batch
          ? say("sample.shown", { samples: count(samples), batch: count(trace.batch) })
          : undefined
      }
    >
      <button
        type="button"
        aria-label={say("sample.before")}
        disabled={sample === 0}
        data-testid="glass-sample-before"
        onClick={() => {
          showSample(sample - 1);
        }}
      >
        <IconChevronLeft size={14} />
      </button>
      <span data-testid="glass-sample" data-sample={sample}>
        {say("sample.of", { sample: sample + 1, samples })}
        {target !== null && classes !== undefined && (
          <b>{say("sample.class", { name: classes[target] ?? String(target) })}</b>
        )}
      </span>
      <button
        type="button"
        aria-label={say("sample.next")}
        disabled={sample >= samples - 1}
        data-testid="glass-sample-next"
        onClick={() => {
          showSample(sample + 1);
        }}
      >
        <IconChevronRight size={14} />
      </button>
    </div>
  );
}
