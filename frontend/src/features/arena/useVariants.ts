/** The variants as they are shown: with their names and lines. */
import { useMemo } from "react";
import { type VariantLine, variantLine } from "@/draw/variantPalette";
import { useArena, type Variant } from "@/state/arena";
import { useCatalog } from "@/state/document";
import { useTheme } from "@/ui/canvas/theme";
import { useWords } from "@/words";
import { variantName } from "./titles";

export interface ShownVariant {
  readonly variant: Variant;
  readonly name: string;
  readonly line: VariantLine;
}

export function useVariants(): readonly ShownVariant[] {
  const say = useWords("arena");
  const variants = useArena((state) => state.variants);
  const perGroup = useArena((state) => state.perGroup);
  const catalog = useCatalog((state) => state.catalog);
  const { isDark } = useTheme();
  return useMemo(
    () =>
      variants.map((variant, index) => ({
        variant,
        name: variantName(variant, catalog, say),
        line: variantLine(index, perGroup, { isDark }),
      })),
    [variants, perGroup, catalog, isDark, say],
  );
}
