/** What was found wrong in a run: in the dock, at a node, and as a count. */
export { Diagnosis } from "./Diagnosis";
export { DiagnosisNews } from "./DiagnosisNews";
export { DiagnosisTab } from "./DiagnosisTab";
export { NodeFindings } from "./NodeFindings";
