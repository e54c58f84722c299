/** An image in another unit of ink: what the data set's samples are measured in may reach further than 1. */
import type { SampleImage } from "../sample";

export function scaled(image: SampleImage, factor: number): SampleImage {
  return factor === 1
    ? image
    : { shape: image.shape, values: image.values.map((value) => value * factor) };
}
