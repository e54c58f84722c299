import { beforeEach, describe, expect, it } from "vitest";
import { catalogStore } from "../document/catalogStore";
import {
  advance,
  changeEntrant,
  chooseSurface,
  closeDescents,
  moveStart,
  openDescents,
  setSteps,
  showStep,
  togglePlaying,
} from "./acts";
import { firstContent } from "./content";
import { descentStore } from "./descentStore";
import { catalog } from "./testing";

const now = () => descentStore.getState();

beforeEach(() => {
  descentStore.setState(descentStore.getInitialState(), true);
  catalogStore.setState({ catalog });
  openDescents();
});

describe("the view", () => {
  it("opens on the first surface, with learning rates of its scale", () => {
    expect(now()).toMatchObject({ isOpen: true, surface: "quadratic", start: [-7, 2], shown: 50 });
    expect(now().entrants.sgd).toMatchObject({ isOn: true, optimizer: { learning_rate: 0.95 } });
    expect(now().entrants.adam?.optimizer).toEqual({
      kind: "adam",
      learning_rate: 0.3,
      beta1: 0.9,
    });
    expect(now().entrants.bfgs).toMatchObject({ isOn: false, optimizer: { kind: "bfgs" } });
  });

  it("opens as it was left, and with the settings of the network on screen where these are given", () => {
    moveStart(3, 3);
    closeDescents();
    const optimizer = { kind: "adam", learning_rate: 0.001, beta1: 0.5 };
    openDescents({ optimizer, schedule: { kind: "cosine" } });
    expect(now().start).toEqual([3, 3]);
    expect(now().entrants.adam).toEqual({ isOn: true, optimizer, schedule: { kind: "cosine" } });
  });

  it("keeps settings on another surface, but for learning rates that the surface knows", () => {
    changeEntrant("adam", { optimizer: { kind: "adam", learning_rate: 0.7, beta1: 0.5 } });
    chooseSurface("beale");
    expect(now()).toMatchObject({ surface: "beale", start: [1, 1] });
    expect(now().entrants.sgd?.optimizer.learning_rate).toBe(0.02);
    expect(now().entrants.adam?.optimizer).toEqual({
      kind: "adam",
      learning_rate: 0.7,
      beta1: 0.5,
    });
    chooseSurface("nowhere");
    expect(now().surface).toBe("beale");
  });

  it("keeps the start on the map", () => {
    moveStart(99, -99);
    expect(now().start).toEqual([10, -5]);
    moveStart(1.234567, 0.0000123456);
    expect(now().start).toEqual([1.235, 0.00001235]);
  });
});

describe("playing", () => {
  it("begins anew from the end, goes on from the middle, and holds at the end", () => {
    togglePlaying();
    expect(now()).toMatchObject({ isPlaying: true, shown: 0 });
    advance(20);
    togglePlaying();
    expect(now()).toMatchObject({ isPlaying: false, shown: 20 });
    togglePlaying();
    advance(100);
    expect(now()).toMatchObject({ isPlaying: false, shown: 50 });
  });

  it("shows no step that there is not", () => {
    setSteps(10);
    showStep(99);
    expect(now().shown).toBe(10);
    setSteps(5000);
    expect(now()).toMatchObject({ steps: 1000, shown: 1000 });
  });
});

it("has nothing to open where the catalog has no surface", () => {
  expect(firstContent({ ...catalog, surfaces: [] })).toBeNull();
});
