/** The bar at the top: what runs, and what can be done with it. */
export { TopBar } from "./TopBar";
