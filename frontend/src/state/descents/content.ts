/** What can stand in the view: a surface, a start, and optimizers that suit it. */
import type { Catalog, Component, SurfaceEntry } from "@/contracts";
import type { DescentsState, Entrant } from "./descentStore";

const FIRST_SURFACE = "quadratic";
/** Those of the book's figure 6-8, and one that knows the curvature. */
const FIRST_METHODS = new Set(["sgd", "momentum", "adagrad", "adam", "newton"]);

export function surfaceOf(catalog: Catalog, kind: string): SurfaceEntry | undefined {
  return catalog.surfaces.find((entry) => entry.kind === kind);
}

/** An optimizer with the learning rate that suits a surface. */
export function suited(optimizer: Component, surface: SurfaceEntry): Component {
  const rate = surface.learning_rates[optimizer.kind];
  return rate === undefined ? optimizer : { ...optimizer, learning_rate: rate };
}

export function startOn(surface: SurfaceEntry): readonly [number, number] {
  const [x = 0, y = 0] = surface.starts[0] ?? [];
  return [x, y];
}

/** Every optimizer of the catalog at its defaults, with the learning rates that suit the surface. */
function firstEntrants(catalog: Catalog, surface: SurfaceEntry): Record<string, Entrant> {
  return Object.fromEntries(
    [...catalog.optimizers, ...catalog.second_order].map(({ kind, defaults }) => [
      kind,
      {
        isOn: FIRST_METHODS.has(kind),
        optimizer: suited({ ...defaults, kind }, surface),
        schedule: { kind: "constant" },
      },
    ]),
  );
}

export type DescentsContent = Pick<DescentsState, "surface" | "start" | "steps" | "entrants">;

export function firstContent(catalog: Catalog): DescentsContent | null {
  const surface = surfaceOf(catalog, FIRST_SURFACE) ?? catalog.surfaces[0];
  if (surface === undefined) return null;
  return {
    surface: surface.kind,
    start: startOn(surface),
    steps: 50,
    entrants: firstEntrants(catalog, surface),
  };
}
