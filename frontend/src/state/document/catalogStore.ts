/** What can be picked, as the backend lists it, and quick answers about it. */
import { useStore } from "zustand";
import { useShallow } from "zustand/shallow";
import { createStore } from "zustand/vanilla";
import type { Catalog, CatalogEntry, LayerEntry } from "@/contracts";
import { getCatalog } from "@/transport/rest";
import type { Trouble } from "@/words";
import { troubleOf } from "../trouble";

export interface CatalogState {
  catalog: Catalog | null;
  /** Why there is no catalog; null while it loads and once it is here. */
  problem: Trouble | null;
}

export const catalogStore = createStore<CatalogState>()(() => ({ catalog: null, problem: null }));

export function useCatalog<Chosen>(selector: (state: CatalogState) => Chosen): Chosen {
  return useStore(catalogStore, selector);
}

let asked = 0;

/** Asks the server what it offers. The problem, if any, stands in the store and is not thrown. */
export async function loadCatalog(): Promise<Catalog | null> {
  asked += 1;
  const mine = asked;
  try {
    const catalog = await getCatalog();
    // Asked again meanwhile, in another language: that answer is the one to keep.
    if (mine !== asked) return catalogStore.getState().catalog;
    catalogStore.setState({ catalog, problem: null });
    return catalog;
  } catch (failure) {
    catalogStore.setState({ problem: troubleOf(failure) });
    return null;
  }
}

export function layerEntry(catalog: Catalog | null, kind: string): LayerEntry | undefined {
  return catalog?.layers.find((entry) => entry.kind === kind);
}

/** The kinds that bring several outputs together, each taking any number of them. */
export function useMerges(): readonly LayerEntry[] {
  return useStore(catalogStore, useShallow(mergesOf));
}

function mergesOf({ catalog }: CatalogState): LayerEntry[] {
  return catalog?.layers.filter((entry) => entry.inputs.maximum === null) ?? [];
}

/** The catalog's lists of settings-bearing kinds that a setting can point to (`x-kind-of`). */
export function entriesOf(catalog: Catalog | null, list: string): CatalogEntry[] {
  if (catalog === null) return [];
  const lists: Record<string, readonly CatalogEntry[]> = {
    initializers: catalog.initializers,
    schedules: catalog.schedules,
    losses: catalog.losses,
    optimizers: catalog.optimizers,
    second_order: catalog.second_order,
    datasets: catalog.datasets,
  };
  return [...(lists[list] ?? [])];
}
