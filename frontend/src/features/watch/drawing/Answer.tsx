import { count, decimal, share } from "@/draw/format";
import { useCatalog, useSpec } from "@/state/document";
import { play } from "@/state/playback";
import { useRun } from "@/state/telemetry/runStore";
import { useInWords, useWords } from "@/words";
import { View } from "../View";
import styles from "./DrawView.module.css";
import { rankAnswers } from "./rankAnswers";
import { type Asked, useAnswers } from "./useAsked";

/** What the network takes the input for: a bar a class, with the number that it put out. */
export function Answer({
  asked,
  isBlank,
  target,
}: {
  asked: Asked;
  isBlank: boolean;
  target: number | null;
}) {
  const say = useWords("draw");
  const answers = useAnswers();
  const { prediction, trouble } = asked;
  return (
    <View
      title={say("answer.title")}
      subtitle={
        prediction === null
          ? undefined
          : say(prediction.probabilities === null ? "answer.outputs" : "answer.probabilities")
      }
      aside={prediction === null ? null : say("answer.step", { step: count(prediction.step) })}
      isMeasured={prediction !== null || !answers || trouble !== null}
      isExpected={!isBlank}
      empty={say(isBlank ? "answer.empty" : "answer.coming")}
    >
      {answers ? <Bars asked={asked} target={target} /> : <NoRun />}
    </View>
  );
}

function Bars({ asked, target }: { asked: Asked; target: number | null }) {
  const say = useWords("draw");
  const inWords = useInWords();
  const loss = useSpec((spec) => spec.loss.kind);
  const lossTitle = useCatalog(
    ({ catalog }) => catalog?.losses.find(({ kind }) => kind === loss)?.title ?? loss,
  );
  const { prediction, of, trouble } = asked;
  if (prediction === null) {
    return trouble === null ? null : (
      <p className={styles.problem} role="alert">
        {inWords(trouble.message)}
      </p>
    );
  }
  const { rows, hidden } = rankAnswers(prediction, target);
  const best = rows.find(({ index }) => index === prediction.predicted[0]);
  return (
    <div
      className={styles.answer}
      data-testid="draw-answer"
      data-step={prediction.step}
      data-checksum={of}
      data-predicted={prediction.predicted[0]}
    >
      <ol className={styles.bars} aria-label={say("answer.label")}>
        {rows.map(({ index, name, value, output, from, to }) => (
          <li
            key={index}
            data-testid={`draw-class-${index}`}
            data-value={value ?? "none"}
            data-best={index === best?.index}
            data-true={index === target}
            title={output === null ? undefined : say("answer.output", { value: decimal(output) })}
          >
            <span className={styles.className}>{name}</span>
            <span className={styles.track}>
              <i style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />
            </span>
            <span className={styles.value}>
              {value === null
                ? "–"
                : prediction.probabilities === null
                  ? decimal(value)
                  : share(value)}
            </span>
            <span className="visually-hidden">
              {index === best?.index ? say("answer.chosen") : ""}
              {index === target ? say("answer.true") : ""}
            </span>
          </li>
        ))}
      </ol>
      {hidden > 0 && <p className={styles.note}>{say("answer.hidden", { count: hidden })}</p>}
      {prediction.probabilities !== null && (
        <p className={styles.note}>{say("answer.fromLogits", { loss: lossTitle })}</p>
      )}
      <p className="visually-hidden" aria-live="polite">
        {best === undefined ? "" : say("answer.summary", { name: best.name })}
      </p>
    </div>
  );
}

/** Nothing answers yet: why, and what makes it answer. */
function NoRun() {
  const say = useWords("draw");
  const state = useRun(({ run }) => run?.state ?? null);
  const isComing = state === "queued" || state === "starting";
  return (
    <div className={styles.noRun} data-testid="draw-no-run">
      <p>{say(state === null ? "noRun.none" : isComing ? "noRun.starting" : "noRun.ended")}</p>
      {!isComing && (
        <button type="button" data-testid="draw-start" onClick={() => void play()}>
          {say("noRun.start")}
        </button>
      )}
    </div>
  );
}
