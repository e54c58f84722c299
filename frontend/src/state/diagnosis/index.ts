/** What the diagnosis found in the studio's run, and what a person does about it. */
export { applyToDocument, canApply, originalOf, tryBeside } from "./acts";
