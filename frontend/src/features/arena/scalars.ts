/** What the curves show: measured at every step on its batch, or after every epoch on samples kept aside. */
import type { ScalarName } from "@/state/telemetry/seriesStore";
import type { ArenaView } from "./view";

export type Measure = "loss" | "accuracy";
export type Kind = "training" | "validation";

export const scalars = {
  loss: { training: "train_loss", validation: "validation_loss" },
  accuracy: { training: "train_accuracy", validation: "validation_accuracy" },
} as const satisfies Record<Measure, Record<Kind, ScalarName>>;

export function kindsOf(subject: ArenaView["subject"]): readonly Kind[] {
  return subject === "both" ? ["training", "validation"] : [subject];
}
