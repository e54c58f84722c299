import { IconArrowBackUp, IconDice3, IconPhoto, IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useStore } from "zustand";
import type { Preparation } from "@/contracts";
import { count } from "@/draw/format";
import type { SampleImage } from "@/draw/sample";
import { useWords } from "@/words";
import { View } from "../View";
import styles from "./DrawView.module.css";
import { openPicture } from "./openPicture";
import {
  chooseColour,
  clearSheet,
  isBlank,
  layMark,
  type RealSample,
  type Sheet,
  sheetStore,
  showSample,
  undoMark,
} from "./sheet";
import { SheetCanvas } from "./SheetCanvas";
import { useFullInk } from "./useFullInk";
import { useNextSample } from "./useNextSample";

interface Problem {
  readonly what: "unreadable" | "noSample";
  readonly marks: Sheet["marks"];
}

/** The sheet that is drawn on, and what can be done with it. */
export function SheetPanel({
  shape,
  preparation,
}: {
  shape: SampleImage["shape"];
  preparation: Preparation;
}) {
  const say = useWords("draw");
  const sheet = useStore(sheetStore);
  const file = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  /** What went wrong, told until something else stands on the sheet. */
  const [problem, setProblem] = useState<Problem | null>(null);
  const fullInk = useFullInk(preparation);
  const nextSample = useNextSample(fullInk);
  const [channels] = shape;
  const blank = isBlank(sheet);

  async function open(files: FileList | null): Promise<void> {
    const [picked] = files ?? [];
    if (picked === undefined) return;
    const picture = await openPicture(picked, channels);
    if (picture === null) setProblem({ what: "unreadable", marks: sheet.marks });
    else layMark(picture);
  }

  async function take(): Promise<void> {
    const sample = await nextSample(sheet.sample);
    if (sample === null) setProblem({ what: "noSample", marks: sheet.marks });
    else showSample(sample);
  }

  return (
    <View
      title={say("sheet.title")}
      isMeasured
      empty=""
      aside={sheet.sample === null ? null : <SampleName sample={sheet.sample} />}
    >
      <div
        className={styles.sheet}
        data-over={isOver}
        data-testid="draw-sheet"
        data-marks={sheet.marks.length}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => {
          setIsOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void open(event.dataTransfer.files);
        }}
      >
        <SheetCanvas shape={shape} preparation={preparation} />
        <div className={styles.tools} role="toolbar" aria-label={say("sheet.tools")}>
          <button
            type="button"
            aria-label={say("sheet.undo")}
            title={say("sheet.undo")}
            disabled={blank}
            data-testid="draw-undo"
            onClick={undoMark}
          >
            <IconArrowBackUp size={15} />
          </button>
          <button
            type="button"
            aria-label={say("sheet.clear")}
            title={say("sheet.clear")}
            disabled={blank}
            data-testid="draw-clear"
            onClick={clearSheet}
          >
            <IconX size={15} />
          </button>
          <button
            type="button"
            aria-label={say("sheet.open")}
            title={say("sheet.openHint")}
            data-testid="draw-open"
            onClick={() => file.current?.click()}
          >
            <IconPhoto size={15} />
          </button>
          {channels === 3 && (
            <input
              type="color"
              aria-label={say("sheet.colour")}
              title={say("sheet.colour")}
              value={hexOf(sheet.colour)}
              onChange={(event) => {
                chooseColour(colourOf(event.currentTarget.value));
              }}
            />
          )}
          <button
            type="button"
            aria-label={say("sheet.sample")}
            title={say("sheet.sample")}
            data-testid="draw-sample"
            onClick={() => void take()}
          >
            <IconDice3 size={15} />
          </button>
          <input
            ref={file}
            type="file"
            accept="image/*"
            hidden
            data-testid="draw-file"
            onChange={(event) => {
              void open(event.currentTarget.files);
              event.currentTarget.value = "";
            }}
          />
        </div>
      </div>
      {problem?.marks === sheet.marks && (
        <p className={styles.problem} role="alert" data-testid="draw-problem">
          {say(`sheet.${problem.what}`)}
        </p>
      )}
    </View>
  );
}

function SampleName({ sample }: { sample: RealSample }) {
  const say = useWords("draw");
  return (
    <span
      data-testid="draw-sample-name"
      data-place={sample.place}
      data-split={sample.split}
      data-target={sample.target}
    >
      {say(`sample.${sample.split}`, {
        place: count(sample.place + 1),
        total: count(sample.total),
      })}
    </span>
  );
}

function hexOf(colour: readonly number[]): string {
  const hex = colour.map((level) =>
    Math.round(level * 255)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${hex.join("")}`;
}

function colourOf(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
}
