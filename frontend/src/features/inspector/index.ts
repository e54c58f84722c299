/** The selected layer, or the run where none is selected. */
export { Inspector } from "./Inspector";
