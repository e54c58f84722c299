import type { CatalogEntry } from "@/contracts";
import { type Entrant, useDescents } from "@/state/descents";
import { useCatalog } from "@/state/document";

export interface Method {
  readonly kind: string;
  readonly title: string;
  readonly entry: CatalogEntry;
  readonly entrant: Entrant;
  readonly isSecondOrder: boolean;
}

const none: readonly CatalogEntry[] = [];

/** Everyone who may descend, in the catalog's order, the second-order methods last. */
export function useMethods(): Method[] {
  const optimizers = useCatalog(({ catalog }) => catalog?.optimizers) ?? none;
  const secondOrder = useCatalog(({ catalog }) => catalog?.second_order) ?? none;
  const entrants = useDescents((state) => state.entrants);
  return [...optimizers, ...secondOrder].flatMap((entry, index) => {
    const entrant = entrants[entry.kind];
    if (entrant === undefined) return [];
    const { kind, title } = entry;
    return [{ kind, title, entry, entrant, isSecondOrder: index >= optimizers.length }];
  });
}
