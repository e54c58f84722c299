/** What a first visitor is told, one thing after another. */
export { FirstVisit } from "./FirstVisit";
export { followHints } from "./hints";
