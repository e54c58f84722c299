/** The bar at the top: what runs, and what can be done with it. */
export { TopBar } from "./TopBar";
export { FileDrop } from "./FileDrop";
export { chooseFile, saveToFile } from "./files";
