/** Which layers are compared, and the histograms of one layer over all variants. */
import { useMemo } from "react";
import { ownRange, type Range, sharedRange } from "@/draw/comparison";
import { alignLayers, type LayerColumn } from "@/state/arena";
import { layerEntry, useCatalog } from "@/state/document";
import type { HistogramProbe } from "@/transport/messages";
import { merge, type VersionedSource } from "@/ui/canvas/merge";
import type { ShownVariant } from "./useVariants";
import type { ArenaView } from "./view";

/** So many layers stand side by side; others are a page further. */
export const LAYERS_A_PAGE = 10;

export function useColumns(
  variants: readonly ShownVariant[],
  layers: ArenaView["layers"],
): readonly LayerColumn[] {
  const catalog = useCatalog((state) => state.catalog);
  return useMemo(() => {
    const networks = variants.map(({ variant }) => variant.spec.network.nodes);
    const columns = alignLayers(networks, (kind) => layerEntry(catalog, kind)?.family ?? "");
    return layers === "all" ? columns : columns.filter(({ family }) => family === layers);
  }, [variants, layers, catalog]);
}

/** What one cell shows; the same object as long as nothing of it changed. */
export interface CellFigure {
  readonly histogram: HistogramProbe;
  readonly range: Range;
}

/** The histograms of one layer over all variants, and the range that those of one kind share. */
export class ColumnFigures {
  readonly source: VersionedSource;
  private version = -1;
  private figures: (CellFigure | null)[] = [];

  constructor(
    private readonly column: LayerColumn,
    private readonly variants: readonly ShownVariant[],
    readonly moment: "start" | "now",
    private readonly range: ArenaView["range"],
  ) {
    this.source = merge(variants.map(({ variant }) => variant.run.telemetry.probes));
  }

  /** Null where the variant has no such layer, or nothing was measured in it. */
  figure(variant: number): CellFigure | null {
    this.renew();
    return this.figures[variant] ?? null;
  }

  all(): readonly (CellFigure | null)[] {
    this.renew();
    return this.figures;
  }

  private renew(): void {
    const { version } = this.source;
    if (version === this.version) return;
    this.version = version;
    const histograms = this.variants.map((_, index) => this.histogram(index));
    const ranges = this.sharedRanges(histograms);
    this.figures = histograms.map((histogram, index) => {
      if (histogram === null) return null;
      const kind = this.column.nodes[index]?.kind ?? "";
      const range = (this.range === "shared" ? ranges.get(kind) : undefined) ?? ownRange(histogram);
      const held = this.figures[index] ?? null;
      const isHeld =
        held?.histogram === histogram && held.range[0] === range[0] && held.range[1] === range[1];
      return isHeld ? held : { histogram, range };
    });
  }

  private histogram(index: number): HistogramProbe | null {
    const node = this.column.nodes[index];
    const probes = this.variants[index]?.variant.run.telemetry.probes;
    if (node == null || probes === undefined) return null;
    return this.moment === "start"
      ? probes.initialHistogram("activation_histogram", node.id)
      : probes.histogram("activation_histogram", node.id);
  }

  /** Outputs of sigmoid and of ReLU have no range in common that would show either. */
  private sharedRanges(histograms: readonly (HistogramProbe | null)[]): Map<string, Range> {
    const kinds = new Map<string, HistogramProbe[]>();
    for (const [index, histogram] of histograms.entries()) {
      if (histogram === null || histogram.sampled === 0) continue;
      const kind = this.column.nodes[index]?.kind ?? "";
      kinds.set(kind, [...(kinds.get(kind) ?? []), histogram]);
    }
    return new Map([...kinds].map(([kind, ones]) => [kind, sharedRange(ones)]));
  }
}
