/** An image file as the browser decodes it. */
import type { Picture } from "@/draw/drawing/ink";
import { pictureOf } from "@/draw/drawing/picture";

/** Pixels on the longer side that are looked at; a photograph has more than any sheet. */
const most = 1024;

/** The picture in a file; null where it is none that this browser reads. */
export async function openPicture(file: Blob, channels: number): Promise<Picture | null> {
  let decoded: ImageBitmap;
  try {
    decoded = await createImageBitmap(file);
  } catch {
    return null;
  }
  const scale = Math.min(1, most / Math.max(decoded.width, decoded.height));
  const width = Math.max(1, Math.round(decoded.width * scale));
  const height = Math.max(1, Math.round(decoded.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(decoded, 0, 0, width, height);
  decoded.close();
  return pictureOf(context.getImageData(0, 0, width, height), channels);
}
