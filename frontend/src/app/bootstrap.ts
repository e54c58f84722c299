/** From an empty page to a document that can be trained: catalog, address, check, run. */
import type { Catalog } from "@/contracts";
import { loadCatalog, startChecking } from "@/state/document";
import { startFollowing } from "@/state/playback";
import { followAddress, openAddress } from "./address";

const RETRY_DELAY_MS = 2000;

/** Asks until the server answers; what is wrong stands in the catalog's store meanwhile. */
async function catalogAtLast(): Promise<Catalog> {
  for (;;) {
    const catalog = await loadCatalog();
    if (catalog !== null) return catalog;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
  }
}

export async function bootstrap(): Promise<void> {
  const catalog = await catalogAtLast();
  const preset =
    catalog.presets.find((one) => one.name === catalog.default_preset) ?? catalog.presets[0];
  if (preset === undefined) {
    throw new Error(
      "The server's catalog has no preset to start with: its installation is broken.",
    );
  }
  await openAddress(preset.spec);
  startChecking();
  startFollowing();
  followAddress(preset.spec);
}
