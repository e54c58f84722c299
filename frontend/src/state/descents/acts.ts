/** What a person does with optimizers on a surface. */
import type { Component } from "@/contracts";
import { catalogStore } from "../document/catalogStore";
import { isTraining, pause } from "../playback/playback";
import { type DescentsContent, firstContent, startOn, suited, surfaceOf } from "./content";
import { descentStore, type Entrant, MOST_STEPS } from "./descentStore";

/**
 * Opens the view, as it was left.
 *
 * @param entrant an optimizer with settings that is to descend as well, such as that of the network on screen
 */
export function openDescents(entrant?: { optimizer: Component; schedule: Component }): void {
  const { catalog } = catalogStore.getState();
  if (catalog === null) return;
  const { entrants } = descentStore.getState();
  const content = Object.keys(entrants).length > 0 ? {} : firstContent(catalog);
  if (content === null) return;
  if (isTraining()) void pause();
  descentStore.setState(({ steps }) => ({ shown: steps, ...content, isOpen: true }));
  if (entrant !== undefined) {
    changeEntrant(entrant.optimizer.kind, { isOn: true, ...entrant });
  }
}

/** Opens the view with what a link holds. */
export function openDescentsContent(content: DescentsContent): void {
  descentStore.setState({ ...content, isOpen: true, shown: content.steps, isPlaying: false });
}

export function closeDescents(): void {
  descentStore.setState({ isOpen: false, isPlaying: false });
}

/** Goes to another surface: its usual start, and learning rates of its scale. */
export function chooseSurface(kind: string): void {
  const { catalog } = catalogStore.getState();
  const surface = catalog === null ? undefined : surfaceOf(catalog, kind);
  if (surface === undefined) return;
  descentStore.setState(({ entrants }) => ({
    surface: kind,
    start: startOn(surface),
    entrants: Object.fromEntries(
      Object.entries(entrants).map(([name, entrant]) => [
        name,
        { ...entrant, optimizer: suited(entrant.optimizer, surface) },
      ]),
    ),
  }));
}

/** Puts the start somewhere; it is kept within the map, and to figures that a person can read. */
export function moveStart(x: number, y: number): void {
  const { catalog } = catalogStore.getState();
  const { surface: kind, start } = descentStore.getState();
  const surface = catalog === null ? undefined : surfaceOf(catalog, kind);
  if (surface === undefined) return;
  const put = (value: number, [low = -1, high = 1]: readonly number[]): number =>
    Number(Math.min(Math.max(value, low), high).toPrecision(4));
  const next = [put(x, surface.x_range), put(y, surface.y_range)] as const;
  if (next[0] !== start[0] || next[1] !== start[1]) descentStore.setState({ start: next });
}

export function setSteps(steps: number): void {
  const bounded = Math.min(Math.max(1, Math.round(steps)), MOST_STEPS);
  descentStore.setState({ steps: bounded, shown: bounded, isPlaying: false });
}

export function changeEntrant(kind: string, change: Partial<Entrant>): void {
  descentStore.setState(({ entrants }) => {
    const entrant = entrants[kind];
    return entrant === undefined
      ? {}
      : { entrants: { ...entrants, [kind]: { ...entrant, ...change } } };
  });
}

/** Shows the ways up to a step. */
export function showStep(step: number): void {
  descentStore.setState(({ steps }) => ({ shown: Math.min(Math.max(0, step), steps) }));
}

/** Plays the steps from where they stand, or from the start where all are shown; and holds them. */
export function togglePlaying(): void {
  descentStore.setState(({ isPlaying, shown, steps }) => ({
    isPlaying: !isPlaying,
    shown: !isPlaying && shown >= steps ? 0 : shown,
  }));
}

/** Moves the picture on by some steps; it holds at the end. */
export function advance(by: number): void {
  descentStore.setState(({ shown, steps }) => {
    const next = Math.min(shown + by, steps);
    return { shown: next, isPlaying: next < steps };
  });
}
