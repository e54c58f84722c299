import { useMemo } from "react";
import { drawWaiting } from "@/draw/axis";
import { checksum } from "@/draw/checksum";
import type { Samples } from "@/contracts";
import type { DataPoint } from "@/draw/decisionSurface";
import { symmetricLimit } from "@/draw/diverging";
import { decimal } from "@/draw/format";
import { drawFilters, filterStrip, mosaicLayout } from "@/draw/filters";
import { drawHistogramMiniature } from "@/draw/histogram";
import { drawSampleImage, drawScatter, type SampleImage } from "@/draw/sample";
import { type Context, familyColour } from "@/draw/theme";
import { INPUT } from "@/state/document";
import { probes } from "@/state/telemetry/measurements";
import type { FiltersProbe, HistogramProbe } from "@/transport/messages";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Frame, Marks, Picture } from "@/ui/canvas/painter";
import { type Say, useWords } from "@/words";
import { imageOf, pointsOf, useSamples } from "./samples";
import { histogramSentence, histogramSubject } from "./histogramRows";
import { useWatchedNode } from "./watchedNodes";

const sources = [probes];
const still: readonly [] = [];

function drawNothingYet(context: Context, { width, height, theme }: Frame): void {
  drawWaiting(context, height - 2, width, theme);
}

function histogramMarks(histogram: HistogramProbe): Record<string, string | number> {
  return {
    step: histogram.step,
    sampled: histogram.sampled,
    "counts-total": histogram.counts.reduce((sum, count) => sum + count, 0),
  };
}

function outputsInWords(node: string, histogram: HistogramProbe, say: Say<"watch">): string {
  const subject = histogramSubject("activation_histogram", node, null, say);
  return histogramSentence(subject, histogram, histogram.step, say);
}

function histogramPicture(
  node: string,
  family: string,
  say: Say<"watch">,
): Picture<HistogramProbe> {
  return {
    read: () => probes.histogram("activation_histogram", node),
    draw(context, histogram, { width, height, theme }) {
      const colour = familyColour(theme, family);
      drawHistogramMiniature(context, { histogram, colour, width, height }, theme);
      return {
        data: histogramMarks(histogram),
        description: outputsInWords(node, histogram, say),
      };
    },
    drawEmpty: drawNothingYet,
  };
}

interface Convolution {
  filters: FiltersProbe;
  outputs: HistogramProbe | null;
}

/** Filters above, what they put out below: a convolution is both. */
function drawConvolution(
  context: Context,
  { filters, outputs }: Convolution,
  node: string,
  family: string,
  { width, height, theme }: Frame,
  say: Say<"watch">,
): Marks {
  const stripHeight = Math.round(height * 0.46);
  const strip = filterStrip(filters, { width, height: stripHeight });
  const size = { width, height: stripHeight };
  const layout = mosaicLayout(strip.shape, size);
  context.save();
  context.translate(Math.max(0, Math.round((width - layout.width) / 2)), 0);
  const limit = symmetricLimit(filters.low, filters.high);
  drawFilters(context, { filters: strip, limit, pointer: null, ...size }, theme);
  context.restore();
  const data = { step: filters.step, checksum: checksum(filters.weight) };
  const range = say("filters.range", { low: decimal(filters.low), high: decimal(filters.high) });
  if (outputs === null) return { data, description: range };
  const top = stripHeight + 5;
  context.save();
  context.translate(0, top);
  const colour = familyColour(theme, family);
  drawHistogramMiniature(
    context,
    { histogram: outputs, colour, width, height: height - top },
    theme,
  );
  context.restore();
  return {
    data: { ...histogramMarks(outputs), checksum: checksum(filters.weight) },
    description: `${range} ${outputsInWords(node, outputs, say)}`,
  };
}

function convolutionPicture(node: string, family: string, say: Say<"watch">): Picture<Convolution> {
  let held: Convolution | null = null;
  return {
    read() {
      const filters = probes.filters(node);
      const outputs = probes.histogram("activation_histogram", node);
      if (filters === null) return null;
      if (held?.filters !== filters || held.outputs !== outputs) held = { filters, outputs };
      return held;
    },
    draw: (context, figure, frame) => drawConvolution(context, figure, node, family, frame, say),
    drawEmpty: drawNothingYet,
  };
}

type Sample = { image: SampleImage } | { points: readonly DataPoint[] };

function samplePicture(sample: Sample | null): Picture<Sample> {
  return {
    read: () => sample,
    draw(context, shown, { width, height, theme }) {
      if ("image" in shown) {
        drawSampleImage(context, { image: shown.image, width, height }, theme);
      } else {
        drawScatter(context, { points: shown.points, width, height }, theme);
      }
      return {};
    },
    drawEmpty: drawNothingYet,
  };
}

/** The small live picture on a card: what was measured in this node, or a quiet line until then. */
export function CardMiniature({ nodeId }: { nodeId: string }) {
  const node = useWatchedNode(nodeId);
  if (node === null) return null;
  if (node.id === INPUT) return <InputMiniature />;
  return <LayerMiniature node={node.id} kind={node.kind} family={node.family} />;
}

function LayerMiniature({ node, kind, family }: { node: string; kind: string; family: string }) {
  const say = useWords("watch");
  const isConvolution = kind === "conv2d";
  const histogram = useMemo(() => histogramPicture(node, family, say), [node, family, say]);
  const convolution = useMemo(() => convolutionPicture(node, family, say), [node, family, say]);
  const props = { sources, testId: `miniature-${node}` };
  return isConvolution ? (
    <FigureCanvas {...props} picture={convolution} label={say("card.filters", { node })} />
  ) : (
    <FigureCanvas {...props} picture={histogram} label={say("card.outputs", { node })} />
  );
}

/** The first image, or some points of the plane; null for data that has no picture. */
function firstSample(samples: Samples | null): Sample | null {
  if (samples === null) return null;
  const image = imageOf(samples);
  if (image !== null) return { image };
  const points = pointsOf(samples)?.slice(0, 150);
  return points === undefined ? null : { points };
}

function InputMiniature() {
  const say = useWords("watch");
  const samples = useSamples();
  const picture = useMemo(() => samplePicture(firstSample(samples)), [samples]);
  return (
    <FigureCanvas
      picture={picture}
      sources={still}
      label={say("card.input")}
      testId={`miniature-${INPUT}`}
    />
  );
}
