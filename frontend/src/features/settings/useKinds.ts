import { useCallback } from "react";
import type { CatalogEntry } from "@/contracts";
import { entriesOf, useCatalog } from "@/state/document";

/** Looks up the catalog's lists by name, for settings that are a kind themselves. */
export function useKinds(): (list: string) => CatalogEntry[] {
  const catalog = useCatalog((state) => state.catalog);
  return useCallback((list: string) => entriesOf(catalog, list), [catalog]);
}
