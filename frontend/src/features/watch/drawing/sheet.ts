/** What stands on the sheet: a sample or nothing, and the marks drawn over it. It outlives the tab. */
import { createStore } from "zustand/vanilla";
import type { Preparation } from "@/contracts";
import {
  type Colour,
  type Ink,
  inked,
  type Mark,
  type Place,
  sheetFor,
  type Stroke,
} from "@/draw/drawing/ink";
import { blank, prepare, prepareOver } from "@/draw/drawing/prepare";
import type { SampleImage } from "@/draw/sample";

/** A sample of the data, as the run has it. */
export interface RealSample {
  readonly image: SampleImage;
  readonly split: "train" | "validation";
  readonly place: number;
  readonly total: number;
  readonly target: number;
}

export interface Sheet {
  /** Of the images that the network takes. */
  readonly shape: SampleImage["shape"];
  readonly sample: RealSample | null;
  readonly marks: readonly Mark[];
  /** The one that is being drawn. */
  readonly stroke: Stroke | null;
  /** Where the keyboard's pen is, and whether it is down; null until it is moved. */
  readonly cursor: { readonly at: Place; readonly isDown: boolean } | null;
  readonly colour: Colour;
}

const empty = { sample: null, marks: [], stroke: null, cursor: null };

export const sheetStore = createStore<Sheet>()(() => ({
  ...empty,
  shape: [1, 8, 8],
  colour: [1, 1, 1],
}));

/** Images of another shape need another sheet. */
export function layOut(shape: SampleImage["shape"]): void {
  if (sheetStore.getState().shape.join() !== shape.join())
    sheetStore.setState({ ...empty, marks: [], shape });
}

export function clearSheet(): void {
  sheetStore.setState({ sample: null, marks: [], stroke: null });
}

/** Takes the last mark back; then the sample. */
export function undoMark(): void {
  const { marks } = sheetStore.getState();
  if (marks.length === 0) clearSheet();
  else sheetStore.setState({ marks: marks.slice(0, -1), stroke: null });
}

export function beginStroke(place: Place, width: number): void {
  const { colour } = sheetStore.getState();
  sheetStore.setState({ stroke: { kind: "stroke", places: [place], width, colour } });
}

export function goOn(places: readonly Place[]): void {
  const { stroke } = sheetStore.getState();
  if (stroke === null) return;
  sheetStore.setState({ stroke: { ...stroke, places: [...stroke.places, ...places] } });
}

export function endStroke(): void {
  const { stroke, marks } = sheetStore.getState();
  if (stroke !== null) sheetStore.setState({ marks: [...marks, stroke], stroke: null });
}

export function layMark(mark: Mark): void {
  sheetStore.setState({ sample: null, marks: [mark], stroke: null });
}

export function showSample(sample: RealSample): void {
  sheetStore.setState({ sample, marks: [], stroke: null });
}

export function chooseColour(colour: Colour): void {
  sheetStore.setState({ colour });
}

export function moveCursor(at: Place): void {
  const isDown = sheetStore.getState().cursor?.isDown ?? false;
  sheetStore.setState({ cursor: { at, isDown } });
  if (isDown) goOn([at]);
}

export function setPen(isDown: boolean, width: number): void {
  const at = sheetStore.getState().cursor?.at ?? { x: 0.5, y: 0.5 };
  sheetStore.setState({ cursor: { at, isDown } });
  if (isDown) beginStroke(at, width);
  else endStroke();
}

export function hideCursor(): void {
  if (sheetStore.getState().cursor?.isDown === true) endStroke();
  sheetStore.setState({ cursor: null });
}

export function isBlank({ sample, marks, stroke }: Sheet): boolean {
  return sample === null && marks.length === 0 && stroke === null;
}

/** Finished marks as points: a long drawing is not drawn anew with every movement of the pen. */
const finished = new WeakMap<readonly Mark[], Ink>();

export function inkOf({ shape, marks, stroke }: Pick<Sheet, "shape" | "marks" | "stroke">): Ink {
  let ink = finished.get(marks);
  if (ink === undefined) {
    ink = inked(sheetFor(shape), marks);
    finished.set(marks, ink);
  }
  return stroke === null ? ink : inked(ink, [stroke]);
}

/** What is sent as it lies on the sheet, neither scaled to fit nor moved; null where a drawing is prepared. */
export function howItLies({
  sample,
  marks,
  stroke,
}: Pick<Sheet, "sample" | "marks" | "stroke">): "sample" | "drawnOver" | "picture" | null {
  if (sample !== null) return marks.length > 0 || stroke !== null ? "drawnOver" : "sample";
  return marks.some((mark) => mark.kind === "picture" && mark.isWhole) ? "picture" : null;
}

/** What the network is given. */
export function preparedOf(sheet: Sheet, preparation: Preparation): SampleImage {
  const ink = inkOf(sheet);
  if (howItLies(sheet) === null) return prepare(ink, sheet.shape, preparation);
  return prepareOver(sheet.sample?.image ?? blank(sheet.shape), ink, preparation);
}
