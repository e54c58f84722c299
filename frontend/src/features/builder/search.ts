import type { LayerEntry } from "@/contracts";

/** Whether every word of the query begins somewhere in the layer's title, kind or family. */
export function matches(
  entry: Pick<LayerEntry, "title" | "kind" | "family">,
  query: string,
): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${entry.title} ${entry.kind} ${entry.kind.replaceAll("_", " ")} ${entry.family}`;
  return words.every((word) => text.toLowerCase().includes(word));
}
