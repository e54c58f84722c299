import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import type { Preparation } from "@/contracts";
import { scaled } from "@/draw/drawing/scaled";
import type { SampleImage } from "@/draw/sample";
import { useCatalog, useCheck, useSpec } from "@/state/document";
import { useWords } from "@/words";
import { useWatchedNodes } from "../watchedNodes";
import { Answer } from "./Answer";
import styles from "./DrawView.module.css";
import { Excited } from "./Excited";
import { InputAsSent } from "./InputAsSent";
import { nodesToAsk } from "./nodesToAsk";
import { isBlank, layOut, preparedOf, sheetStore } from "./sheet";
import { SheetPanel } from "./SheetPanel";
import { useAsked } from "./useAsked";
import { useFullInk } from "./useFullInk";

type Shape = SampleImage["shape"];

function imageShape(shape: readonly number[] | null | undefined): Shape | null {
  const [channels, height, width] = shape ?? [];
  const isImage = shape?.length === 3 && (channels === 1 || channels === 3);
  return isImage && height !== undefined && width !== undefined ? [channels, height, width] : null;
}

/** What does it make of my drawing: a sheet, what is sent of it, the answer, and what it excites. */
export function DrawView() {
  const say = useWords("draw");
  const dataset = useSpec((spec) => spec.data.dataset);
  const entry = useCatalog(({ catalog }) => catalog?.datasets.find(({ kind }) => kind === dataset));
  const given = useCheck((state) => state.result?.input_shape);
  const key = imageShape(given)?.join() ?? null;
  const shape = useMemo(() => imageShape(key?.split(",").map(Number)), [key]);
  const preparation = entry?.preparation ?? null;
  if (preparation === null || shape === null) {
    return (
      <p className={styles.otherData}>
        {preparation === null
          ? say("otherData", { dataset: entry?.title ?? dataset })
          : say("noShape")}
      </p>
    );
  }
  return <Panels shape={shape} preparation={preparation} />;
}

function Panels({ shape, preparation }: { shape: Shape; preparation: Preparation }) {
  useEffect(() => {
    layOut(shape);
  }, [shape]);
  const sheet = useStore(sheetStore);
  const isLaidOut = sheet.shape.join() === shape.join();
  const image = useMemo(
    () => (!isLaidOut || isBlank(sheet) ? null : preparedOf(sheet, preparation)),
    // What is prepared depends on these alone; the keyboard's pen may move above the sheet.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [isLaidOut, sheet.sample, sheet.marks, sheet.stroke, preparation],
  );
  const nodes = useWatchedNodes();
  const check = useCheck((state) => state.result);
  const asking = useMemo(() => nodesToAsk(nodes, check?.nodes ?? []), [nodes, check]);
  const fullInk = useFullInk(preparation);
  const sent = useMemo(() => (image === null ? null : scaled(image, fullInk)), [image, fullInk]);
  const asked = useAsked(sent, asking);
  return (
    <div className={styles.panels}>
      <div className={styles.cell}>
        <SheetPanel shape={shape} preparation={preparation} />
      </div>
      <div className={styles.cell}>
        <InputAsSent image={sent} fullInk={fullInk} sheet={sheet} preparation={preparation} />
      </div>
      <div className={styles.cell}>
        <Answer asked={asked} isBlank={image === null} target={sheet.sample?.target ?? null} />
      </div>
      <div className={styles.cell}>
        <Excited asked={asked} isBlank={image === null} />
      </div>
    </div>
  );
}
