import { type RefObject, useEffect, useRef } from "react";
import { checkStore, isPlayable, useCheck } from "@/state/document";
import { glassDoor } from "@/state/glass/door";
import {
  canAnswer,
  goTo,
  goToEnd,
  goToNode,
  look,
  move,
  neededNodes,
  nodeOf,
  type Place,
  placeAt,
  startLooking,
  unpin,
  useGlass,
} from "@/state/glass";
import { prepare } from "@/state/playback";
import { useRun } from "@/state/telemetry/runStore";
import { useInWords, useWords } from "@/words";
import styles from "./GlassBox.module.css";
import { Head } from "./Head";
import { SourcePane } from "./SourcePane";
import { BackwardStage } from "./stages/BackwardStage";
import { DataStage } from "./stages/DataStage";
import { ForwardStage } from "./stages/ForwardStage";
import { LossStage } from "./stages/LossStage";
import { UpdateStage } from "./stages/UpdateStage";
import { type Stage, useStage } from "./stages/useStage";
import { Track } from "./Track";

/** One step of the run, place by place, with every number in it and the lines that computed them. */
export function GlassBox() {
  const stage = useStage();
  const place = useGlass(placeAt);
  const say = useWords("glass");
  useEffect(startLooking, []);
  useEffect(followDoor, []);
  const box = useRef<HTMLElement>(null);
  useEffect(() => listenToKeys(box), []);
  return (
    <section
      ref={box}
      className={styles.glass}
      aria-label={say("title")}
      data-testid="glass-box"
      data-pass={place.pass}
      data-node={nodeOf(place) ?? undefined}
      data-step={stage?.trace.step}
      data-sample={stage?.sample}
    >
      {stage === null ? (
        <Absent />
      ) : (
        <>
          <Track />
          <Head place={place} trace={stage.trace} />
          <Problem />
          <Body stage={stage} place={place} />
        </>
      )}
    </section>
  );
}

/** Goes to the layer that was asked for, now and whenever another one is. */
function followDoor(): () => void {
  let answered = -1;
  const follow = (): void => {
    const { node, requests } = glassDoor.getState();
    if (requests === answered) return;
    answered = requests;
    if (node !== null) goToNode(node);
  };
  follow();
  return glassDoor.subscribe(follow);
}

/** Elements that have arrow keys of their own. */
const TAKEN =
  "input, textarea, select, [contenteditable=true], [role=slider], [role=separator], [role=tab]," +
  " [role=dialog], [role=menu], .react-flow__node";

function listenToKeys(box: RefObject<HTMLElement | null>): () => void {
  function press(event: KeyboardEvent): void {
    // Something else lies over the page.
    if (box.current?.closest("[inert]") != null) return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (event.key === "Escape") {
      if (
        target?.closest("input, textarea, select, [role=dialog], [role=menu]") == null &&
        unpin()
      ) {
        event.preventDefault();
      }
      return;
    }
    const moves: Record<string, () => void> = {
      ArrowLeft: () => {
        move(-1);
      },
      ArrowRight: () => {
        move(1);
      },
      Home: () => {
        goTo(0);
      },
      End: goToEnd,
    };
    const act = moves[event.key];
    if (act === undefined || target?.closest(TAKEN) != null) return;
    event.preventDefault();
    act();
  }
  // Before the page's own keys, which listen at the window.
  document.addEventListener("keydown", press);
  return () => {
    document.removeEventListener("keydown", press);
  };
}

/** Why there is nothing to see, and how to come by it. */
function Absent() {
  const say = useWords("glass");
  const inWords = useInWords();
  const run = useRun((state) => state.run);
  const problem = useGlass((state) => state.problem);
  const playable = useCheck(isPlayable);
  const isNone = run === null;
  const isStarting = run !== null && (run.state === "queued" || run.state === "starting");
  const text =
    problem !== null
      ? inWords(problem.message)
      : isStarting
        ? say("starting")
        : canAnswer(run)
          ? say("looking")
          : say(isNone ? "empty" : "ended");
  return (
    <div
      className={styles.absent}
      data-waiting={problem === null && (isStarting || canAnswer(run))}
    >
      <p>{text}</p>
      {problem?.hint != null && <p>{inWords(problem.hint)}</p>}
      {problem !== null && canAnswer(run) && (
        <button type="button" className={styles.act} onClick={() => void look()}>
          {say("again")}
        </button>
      )}
      {isNone && (
        <button
          type="button"
          className={styles.act}
          aria-disabled={!playable}
          title={playable ? undefined : say("notPlayable")}
          data-testid="glass-prepare"
          onClick={() => {
            if (isPlayable(checkStore.getState())) void prepare();
          }}
        >
          {say("prepare")}
        </button>
      )}
    </div>
  );
}

function Problem() {
  const say = useWords("glass");
  const inWords = useInWords();
  const problem = useGlass((state) => state.problem);
  if (problem === null) return null;
  return (
    <p className={styles.problem} role="alert">
      <span>
        {inWords(problem.message)} {problem.hint !== null && inWords(problem.hint)}
      </span>
      <button type="button" onClick={() => void look()}>
        {say("again")}
      </button>
    </p>
  );
}

/** A layer that this place needs, and that is too large to be looked at. */
function useTooLarge(place: Place): string | null {
  const run = useRun((state) => state.run);
  return useGlass(({ tooLarge, updated }) =>
    run === null
      ? null
      : (neededNodes(place, run, updated).find((node) => tooLarge.has(node)) ?? null),
  );
}

const ways = ["forward", "backward"] as const;

function Body({ stage, place }: { stage: Stage; place: Place }) {
  const { spec, trace } = stage;
  const updated = useGlass((state) => state.updated);
  const canLook = useRun(({ run }) => canAnswer(run));
  const tooLarge = useTooLarge(place);
  const last = spec.network.nodes.at(-1)?.id ?? "";
  const shown = nodeOf(place) ?? (place.pass === "update" ? updated : last);
  const traced = useGlass((state) => state.nodes.get(shown ?? "") ?? null);
  const isTorch = trace.engine !== "scratch";
  const kind = spec.network.nodes.find(({ id }) => id === shown)?.kind ?? "";
  const say = useWords("glass");
  return (
    <div className={styles.body}>
      <div className={styles.stage} key={`${place.pass} ${shown ?? ""}`}>
        {place.pass === "data" ? (
          <DataStage stage={stage} />
        ) : tooLarge !== null ? (
          <p className={styles.waiting} data-testid="glass-too-large">
            {say("tooLarge", { node: tooLarge })}
          </p>
        ) : traced === null ? (
          <p className={styles.waiting}>
            {place.pass === "update" && updated === null
              ? say("update.none")
              : say(canLook ? "looking" : "ended")}
          </p>
        ) : place.pass === "forward" ? (
          <ForwardStage stage={stage} traced={traced} />
        ) : place.pass === "backward" ? (
          <BackwardStage stage={stage} traced={traced} />
        ) : place.pass === "loss" ? (
          <LossStage stage={stage} traced={traced} />
        ) : (
          <UpdateStage stage={stage} traced={traced} />
        )}
      </div>
      {place.pass === "loss" ? (
        <SourcePane
          family="losses"
          kind={spec.loss.kind}
          methods={ways}
          ran={[...trace.lossLines.forward, ...trace.lossLines.backward]}
          isTorch={isTorch}
        />
      ) : place.pass === "update" ? (
        <SourcePane
          family="optimizers"
          kind={spec.optimizer.kind}
          methods={["update", "step"]}
          ran={trace.updateLines}
          isTorch={isTorch}
        />
      ) : place.pass === "data" ? null : (
        <SourcePane
          family="layers"
          kind={kind}
          methods={[place.pass]}
          ran={traced?.[place.pass].lines ?? []}
          isTorch={isTorch}
        />
      )}
    </div>
  );
}
