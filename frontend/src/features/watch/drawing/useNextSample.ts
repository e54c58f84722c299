/** Samples of the data set one after the other, as the run splits them. */
import { scaled } from "@/draw/drawing/scaled";
import { useSpec } from "@/state/document";
import { getSamples } from "@/transport/rest";
import { imageOf } from "../samples";
import type { RealSample } from "./sheet";

/**
 * Returns what asks for the sample after one; the first where that is null, and null where none can be had.
 *
 * @param fullInk what full ink is in the data set's samples; on the sheet it is 1
 */
export function useNextSample(
  fullInk: number,
): (after: RealSample | null) => Promise<RealSample | null> {
  const data = useSpec((spec) => spec.data);
  const seed = useSpec((spec) => spec.seed);
  // Those that the network does not learn from, where there are any.
  const split = data.validation_fraction === 0 ? "train" : "validation";
  return async (after) => {
    const offset = after?.split === split ? (after.place + 1) % after.total : 0;
    try {
      const samples = await getSamples({
        dataset: data.dataset,
        split,
        offset,
        limit: 1,
        ...(seed === undefined ? {} : { seed }),
        ...(data.validation_fraction === undefined
          ? {}
          : { validationFraction: data.validation_fraction }),
        ...(data.options === undefined ? {} : { options: data.options }),
      });
      const image = imageOf(samples);
      const target = samples.targets[0];
      if (image === null || target === undefined) return null;
      return {
        image: scaled(image, 1 / fullInk),
        split,
        place: offset,
        total: samples.total,
        target,
      };
    } catch {
      return null;
    }
  };
}
