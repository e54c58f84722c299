import { useMemo } from "react";
import type { Preparation } from "@/contracts";
import { at } from "@/draw/array";
import { checksum } from "@/draw/checksum";
import { threeFigures } from "@/draw/format";
import { drawSampleImage, type SampleImage, samplePixelUnder } from "@/draw/sample";
import { FigureCanvas } from "@/ui/canvas/FigureCanvas";
import type { Picture } from "@/ui/canvas/painter";
import { type Say, useWords } from "@/words";
import { View } from "../View";
import styles from "./DrawView.module.css";
import { howItLies, type Sheet } from "./sheet";

const noSources: readonly [] = [];

function inputPicture(
  image: SampleImage | null,
  fullInk: number,
  say: Say<"draw">,
): Picture<SampleImage> {
  return {
    read: () => image,
    draw(context, shown, { width, height, theme, pointer }) {
      const view = { image: shown, width, height, range: [0, fullInk] as const };
      drawSampleImage(context, view, theme);
      const under = pointer === null ? null : samplePixelUnder(view, pointer);
      return {
        data: { checksum: checksum(shown.values), shape: shown.shape.join("x") },
        reading:
          under === null
            ? null
            : say("input.value", {
                row: under.row + 1,
                column: under.column + 1,
                value: under.places
                  .map((place) => threeFigures(at(shown.values, place)))
                  .join(", "),
              }),
      };
    },
  };
}

/** The very numbers that the network is given. */
export function InputAsSent({
  image,
  fullInk,
  sheet,
  preparation,
}: {
  image: SampleImage | null;
  fullInk: number;
  sheet: Sheet;
  preparation: Preparation;
}) {
  const say = useWords("draw");
  const lies = howItLies(sheet);
  const picture = useMemo(() => inputPicture(image, fullInk, say), [image, fullInk, say]);
  const [, height, width] = sheet.shape;
  return (
    <View
      title={say("input.title")}
      subtitle={`${height}×${width}`}
      isMeasured={image !== null}
      isExpected={false}
      empty={say("input.empty")}
    >
      <div className={styles.sent}>
        <div className={styles.sentPicture} style={{ aspectRatio: width / height }}>
          <FigureCanvas
            picture={picture}
            sources={noSources}
            label={say("input.label", { height, width, inked: inkedPixels(image) })}
            testId="draw-input"
          />
        </div>
        {image !== null && (
          <p
            className={styles.note}
            title={lies === null ? preparation.source : undefined}
            data-testid="draw-preparation"
          >
            {lies === null ? preparation.sentence : say(`input.${lies}`)}
          </p>
        )}
      </div>
    </View>
  );
}

function inkedPixels(image: SampleImage | null): number {
  return image === null ? 0 : image.values.filter((value) => value > 0).length;
}
