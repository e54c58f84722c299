/** Where one can stand in a step: the data, each layer forward, the loss, each layer backward, the update. */

export type Place =
  | { readonly pass: "data" | "loss" | "update" }
  | { readonly pass: "forward" | "backward"; readonly node: string };

/** @param nodes in the order of computation */
export function placesOf(nodes: readonly string[]): Place[] {
  return [
    { pass: "data" },
    ...nodes.map((node) => ({ pass: "forward", node }) as const),
    { pass: "loss" },
    ...[...nodes].reverse().map((node) => ({ pass: "backward", node }) as const),
    { pass: "update" },
  ];
}

export function nodeOf(place: Place): string | null {
  return "node" in place ? place.node : null;
}

/** A name for each place, under which what was chosen there is kept. */
export function placeKey(place: Place): string {
  return "node" in place ? `${place.pass}:${place.node}` : place.pass;
}

/** The place with that key, else the one at the same distance from the start, else the first. */
export function findPlace(places: readonly Place[], key: string): number {
  return Math.max(
    0,
    places.findIndex((place) => placeKey(place) === key),
  );
}
