import { useMemo } from "react";
import { checksum } from "@/draw/checksum";
import { drawFilters, filterUnder, mosaicLayout } from "@/draw/filters";
import { count, decimal } from "@/draw/format";
import { INPUT, select, useDocument } from "@/state/document";
import { formatShape } from "@/ui";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { type Say, useWords } from "@/words";
import { View } from "../View";
import { useWatchedNodes } from "../watchedNodes";
import styles from "./DrawView.module.css";
import { type OutputMaps, outputMaps } from "./outputMaps";
import { type Asked, useAnswers } from "./useAsked";

/** What every layer puts out for the input: its feature maps, or its units. */
export function Excited({ asked, isBlank }: { asked: Asked; isBlank: boolean }) {
  const say = useWords("draw");
  const nodes = useWatchedNodes();
  const selection = useDocument((state) => state.selection);
  const answers = useAnswers();
  const { prediction } = asked;
  const layers = nodes.filter(({ id }) => id !== INPUT);
  return (
    <View
      title={say("excited.title")}
      subtitle={say("excited.subtitle")}
      isMeasured={prediction !== null}
      isExpected={!isBlank && answers}
      empty={say("excited.empty")}
    >
      {prediction !== null && (
        <ol className={styles.layers} data-testid="draw-layers">
          {layers.map(({ id }) => (
            <Layer
              key={id}
              id={id}
              output={prediction.nodes[id]}
              isSelected={selection.includes(id)}
            />
          ))}
        </ol>
      )}
    </View>
  );
}

const noSources: readonly [] = [];

function mapsPicture(maps: OutputMaps, say: Say<"draw">): Picture<OutputMaps> {
  return {
    read: () => maps,
    draw(context, shown, { width, height, theme, pointer }) {
      drawFilters(context, { filters: shown, limit: shown.limit, pointer, width, height }, theme);
      const layout = mosaicLayout(shown.shape, { width, height });
      const under = pointer === null ? null : filterUnder(shown, layout, pointer);
      const isMap = shown.output.length === 3;
      return {
        data: { checksum: checksum(shown.weight), limit: shown.limit },
        reading:
          under === null
            ? null
            : say(isMap ? "excited.mapValue" : "excited.unitValue", {
                channel: count(under.output + 1),
                row: under.row + 1,
                column: under.column + 1,
                value: decimal(under.value),
              }),
      };
    },
  };
}

function Layer({
  id,
  output,
  isSelected,
}: {
  id: string;
  output: Parameters<typeof outputMaps>[0] | undefined;
  isSelected: boolean;
}) {
  const say = useWords("draw");
  const maps = useMemo(() => (output === undefined ? null : outputMaps(output)), [output]);
  const picture = useMemo(() => (maps === null ? null : mapsPicture(maps, say)), [maps, say]);
  return (
    <li className={styles.layer} data-selected={isSelected} data-maps={maps?.output.length === 3}>
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => {
          select(id);
        }}
      >
        <b>{id}</b>
        {maps !== null && (
          <>
            <span>{formatShape(maps.output)}</span>
            <span>
              {decimal(maps.low)} … {decimal(maps.high)}
            </span>
          </>
        )}
      </button>
      {picture === null || maps === null ? (
        <p className={styles.note}>{say("excited.large")}</p>
      ) : (
        <div className={styles.maps}>
          <FigureCanvas
            picture={picture}
            sources={noSources}
            label={say("excited.label", {
              node: id,
              low: decimal(maps.low),
              high: decimal(maps.high),
            })}
            testId={`draw-maps-${id}`}
          />
        </div>
      )}
    </li>
  );
}
