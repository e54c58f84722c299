/** Mends of what was found: into the document, or beside it in the arena. */
import type { Run, RunFinding, RunSpec } from "@/contracts";
import { openBeside } from "../arena";
import { applyMend, documentStore, specOf } from "../document";
import { patched } from "../document/patch";
import { isCoveredBy } from "../telemetry/specFit";

type Mend = RunFinding["mends"][number];

/** Whether the document still is what the run trains: a mend is a change of that. */
export function canApply(run: Run | null, document: RunSpec): boolean {
  return run !== null && isCoveredBy(run.spec, document);
}

/** Makes a mend's change in the document, one act of its history. Returns whether it could be made. */
export function applyToDocument(run: Run, mend: Mend): boolean {
  if (!canApply(run, specOf(documentStore.getState()))) return false;
  return applyMend(withParents(mend.patch));
}

/** The patch of a document in which options are left out that the run's spec writes down. */
function withParents(patch: Mend["patch"]): Mend["patch"] {
  const setsOption = patch.some(({ path }) => path.startsWith("/data/options/"));
  const { options } = specOf(documentStore.getState()).data;
  if (!setsOption || options !== undefined) return patch;
  return [{ op: "add", path: "/data/options", value: {} }, ...patch];
}

/** What the mended network is compared with: the document, where that is what was trained. */
export function originalOf(run: Run): RunSpec {
  const document = specOf(documentStore.getState());
  return canApply(run, document) ? document : run.spec;
}

/** Opens the arena with the network as it is and, next to it, as the mend makes it. */
export function tryBeside(run: Run, mend: Mend): void {
  openBeside(originalOf(run), [{ title: mend.title, spec: patched(run.spec, mend.patch) }]);
}
