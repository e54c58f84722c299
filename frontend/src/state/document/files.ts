/** The document as a file: JSON as the API, the command line and this page all read it. */
import type { RunSpec } from "@/contracts";
import { checkSpec } from "@/transport/rest";
import { ApiError } from "@/transport/failures";
import { inWords, type Trouble } from "@/words";
import { troubleOf } from "../trouble";
import { loadPreset, present } from "./documentStore";
import { isRecord, readFragment } from "./fragment";
import { looksLikeSpec } from "./url";

/** What a file's name ends in. */
export const FILE_ENDING = ".json";

/** More than any honest network's text, in bytes. */
export const LARGEST_FILE = 4_000_000;

export interface SpecFile {
  name: string;
  text: string;
}

/** The document as a file, named after the run. */
export function specFile(spec: RunSpec, unnamed: string): SpecFile {
  const stem = (spec.name ?? "")
    .trim()
    .replaceAll(/[\s/\\:*?"<>|]+/g, "-")
    .slice(0, 80)
    .replaceAll(/^[-.]+|[-.]+$/g, "");
  return {
    name: `${stem === "" ? unnamed : stem}${FILE_ENDING}`,
    text: `${JSON.stringify(spec, null, 2)}\n`,
  };
}

/** What a text holds: a whole spec, or a network alone, which takes the place of the one in `rest`. */
export function readSpec(text: string, rest: RunSpec): RunSpec | null {
  const value: unknown = JSON.parse(text);
  if (looksLikeSpec(value)) return value;
  if (!isRecord(value) || "data" in value || "loss" in value || "optimizer" in value) return null;
  const nodes = readFragment(text);
  return nodes === null ? null : { ...rest, network: { nodes } };
}

/**
 * Opens a file's network as one act that can be undone; what it says is checked by the server first.
 * A network that is only half built opens all the same, with its errors on its layers. Returns why a
 * file was not opened, and leaves the document as it was.
 */
export async function openFile(
  file: Pick<File, "name" | "size" | "text">,
): Promise<Trouble | null> {
  const { name } = file;
  const refusal = (key: "unreadable" | "foreign" | "refused", reason = ""): Trouble => ({
    message: { key: `document:file.${key}`, figures: { name, reason } },
    hint: { key: "document:file.hint" },
  });
  if (file.size > LARGEST_FILE) {
    const size = `${(file.size / 1e6).toFixed(1)} MB`;
    return {
      message: { key: "document:file.large", figures: { name, size } },
      hint: { key: "document:file.hint" },
    };
  }
  let spec: RunSpec | null;
  try {
    spec = readSpec(await file.text(), present());
  } catch (failure) {
    return refusal("unreadable", failure instanceof Error ? failure.message : String(failure));
  }
  if (spec === null) return refusal("foreign");
  try {
    await checkSpec(spec);
  } catch (failure) {
    if (!(failure instanceof ApiError)) return troubleOf(failure);
    if (!isShownInPlace(failure)) {
      const { message, hint } = troubleOf(failure);
      const unchanged = { key: "document:file.unchanged" } as const;
      return { ...refusal("refused", inWords(message)), hint: hint ?? unchanged };
    }
  }
  loadPreset(spec);
  return null;
}

/** Whether the live check says the same of the document once it is open, on the card that it is about. */
function isShownInPlace({ node, field }: ApiError): boolean {
  return node !== null || /^(network|data|loss)\b/.test(field ?? "");
}
