import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogStore } from "../document/catalogStore";
import { open } from "../document/documentStore";
import { runStore } from "../telemetry/runStore";
import {
  addVariant,
  closeArena,
  openArena,
  openBeside,
  openOriginal,
  removeVariant,
  takeVariant,
} from "./acts";
import { arenaStore, type Variant } from "./arenaStore";
import type { Change } from "./changes";
import { FakeServer, settle } from "./fakeServer";
import {
  catchUp,
  pauseAll,
  playAll,
  raceStore,
  resetAll,
  stepAll,
  stepEpoch,
  toggleAll,
} from "./race";
import { MOST_BY_HAND } from "./sets";
import { catalog, spec } from "./testing";

const resume = { command: "resume" };
let server: FakeServer;

function variants(): readonly Variant[] {
  return arenaStore.getState().variants;
}

function original(): Variant {
  const [first] = variants();
  if (first === undefined) throw new Error("the arena is empty");
  return first;
}

function rate(value: number): Change {
  return { setting: "optimizer_setting", name: "learning_rate", value };
}

/** An open arena with so many variants, all at step 0. */
async function opened(count: number): Promise<void> {
  openOriginal();
  for (let number = 1; number < count; number += 1) addVariant(original(), rate(number / 100));
  await server.buildAll();
}

async function summarised(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 200));
}

beforeEach(() => {
  server = new FakeServer();
  server.install();
  catalogStore.setState({ catalog });
  open(spec);
});

afterEach(async () => {
  closeArena();
  await settle();
  vi.unstubAllGlobals();
});

describe("the arena's runs", () => {
  it("are built paused, a few at a time, and share the processors evenly", async () => {
    openOriginal();
    for (let number = 1; number < 7; number += 1) addVariant(original(), rate(number / 100));
    await settle();
    expect(server.ids).toHaveLength(4);
    server.say("r1", "paused");
    await settle();
    expect(server.ids).toHaveLength(5);
    await server.buildAll();
    expect(server.ids).toHaveLength(7);
    const last = server.runs.get("r7")?.query;
    expect(Object.fromEntries(last ?? [])).toEqual({
      paused: "true",
      unwatched: "stop",
      beside: "6",
    });
    expect(server.ids.flatMap((id) => server.commandsOf(id))).toEqual([]);
  });

  it("begin to train together, once all stand at step 0", async () => {
    openOriginal();
    addVariant(original(), rate(0.5));
    const playing = playAll();
    await settle();
    server.say("r1", "paused");
    await settle();
    expect(server.commandsOf("r1")).toEqual([]);
    await server.buildAll();
    await playing;
    expect(server.ids.map((id) => server.commandsOf(id))).toEqual([[resume], [resume]]);
  });

  it("begin without those that the server keeps in its queue, which follow when they are built", async () => {
    await opened(1);
    server.firstState = "queued";
    addVariant(original(), rate(0.5));
    await settle();
    await playAll();
    expect(server.ids.map((id) => server.commandsOf(id))).toEqual([[resume], []]);
    await summarised();
    expect(raceStore.getState().standing).toMatchObject({ queued: 1, waiting: 0, paused: 1 });
    server.say("r2", "paused");
    await settle();
    expect(server.commandsOf("r2")).toEqual([resume]);
  });

  it("do not begin where a pause came before they were built", async () => {
    openOriginal();
    const playing = playAll();
    await pauseAll();
    await server.buildAll();
    await playing;
    expect(server.commandsOf("r1")).toEqual([]);
  });

  it("pause, step, make an epoch and go back, all of them", async () => {
    await opened(2);
    await stepAll(3);
    await stepEpoch();
    await resetAll();
    for (const id of server.ids) server.say(id, "running");
    await pauseAll();
    for (const id of server.ids) {
      expect(server.commandsOf(id)).toEqual([
        { command: "step", count: 3 },
        { command: "step", count: 10 },
        { command: "reset" },
        { command: "pause" },
      ]);
    }
  });

  it("leave those alone that have ended, and start all afresh where all have", async () => {
    await opened(2);
    server.say("r1", "diverged", 4);
    await playAll();
    expect(server.commandsOf("r1")).toEqual([]);
    expect(server.commandsOf("r2")).toEqual([resume]);
    server.say("r2", "finished", 9);
    const playing = playAll();
    await settle();
    await playing;
    expect(server.ids).toEqual(["r3", "r4"]);
  });

  it("tell in sum how they stand, and those behind catch up with the furthest", async () => {
    await opened(3);
    server.say("r1", "paused", 7);
    server.say("r2", "paused", 4);
    server.say("r3", "diverged", 2);
    await summarised();
    expect(raceStore.getState()).toMatchObject({
      standing: { paused: 2, ended: 1, training: 0 },
      furthest: 7,
      isLevel: false,
    });
    await catchUp();
    expect(server.ids.map((id) => server.commandsOf(id))).toEqual([
      [],
      [{ command: "step", count: 3 }],
      [],
    ]);
  });

  it("toggle between training and rest", async () => {
    await opened(1);
    await toggleAll();
    server.say("r1", "running", 1);
    await summarised();
    await toggleAll();
    expect(server.commandsOf("r1")).toEqual([resume, { command: "pause" }]);
  });
});

describe("variants", () => {
  it("are given back when they are taken out, and all of them on leaving", async () => {
    await opened(3);
    removeVariant(variants()[1]?.id ?? "");
    await settle();
    expect(server.ids).toEqual(["r1", "r3"]);
    closeArena();
    await settle();
    expect(server.ids).toEqual([]);
  });

  it("are there again as long as the network on screen is the same", async () => {
    await opened(2);
    closeArena();
    await settle();
    openArena();
    await server.buildAll();
    expect(variants()).toHaveLength(2);
    expect(server.ids).toEqual(["r3", "r4"]);
    closeArena();
    open({ ...spec, seed: 99 });
    openArena();
    expect(variants().map((variant) => variant.spec.seed)).toEqual([99]);
    await server.buildAll();
  });

  it("are no more than can be told apart", async () => {
    await opened(MOST_BY_HAND + 3);
    expect(variants()).toHaveLength(MOST_BY_HAND);
  });

  it("tell why the server refused one, and the others go on", async () => {
    await opened(1);
    server.refusal = "Too many weights.";
    addVariant(original(), rate(0.5));
    await settle();
    expect(variants()[1]?.run.telemetry.store.getState()).toMatchObject({
      run: null,
      message: { message: "Too many weights.", hint: null },
    });
    await playAll();
    expect(server.commandsOf("r1")).toEqual([resume]);
    await summarised();
    expect(raceStore.getState().standing).toMatchObject({ refused: 1, absent: 0, paused: 1 });
  });

  it("can be opened beside an original by name, and train at once", async () => {
    openBeside(spec, [{ title: "with He", spec: { ...spec, seed: 8 } }]);
    await server.buildAll();
    await settle();
    expect(arenaStore.getState().isOpen).toBe(true);
    expect(variants().map(({ title, spec: { seed } }) => [title, seed])).toEqual([
      [null, 3],
      ["with He", 8],
    ]);
    expect(server.ids.map((id) => server.commandsOf(id))).toEqual([[resume], [resume]]);
  });

  it("come into the studio with their run, which is left as it is", async () => {
    await opened(2);
    server.say("r2", "paused", 5);
    const chosen = variants()[1];
    if (chosen === undefined) throw new Error("there is no second variant");
    await takeVariant(chosen, "rate 0.01");
    await settle();
    expect(server.ids).toEqual(["r2"]);
    expect(server.commandsOf("r2")).toEqual([]);
    expect(runStore.getState().run?.id).toBe("r2");
    expect(arenaStore.getState().isOpen).toBe(false);
  });
});
