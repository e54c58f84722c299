/** The menu of networks, group by group. */
import type { Catalog, Preset } from "@/contracts";

export interface PresetGroup {
  name: string;
  title: string;
  presets: Preset[];
}

/**
 * Puts each preset under its family, in the catalog's order; a family without presets is left out,
 * and one that the catalog does not list comes last, under its own name.
 */
export function groupPresets(
  presets: readonly Preset[],
  families: Catalog["preset_families"],
): PresetGroup[] {
  const listed = new Set(families.map((family) => family.name));
  const unlisted = [...new Set(presets.map((preset) => preset.family))]
    .filter((family) => !listed.has(family))
    .map((family) => ({ name: family, title: family }));
  return [...families, ...unlisted]
    .map(({ name, title }) => ({
      name,
      title,
      presets: presets.filter((preset) => preset.family === name),
    }))
    .filter((group) => group.presets.length > 0);
}
