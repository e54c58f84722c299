/** English: a namespace for each part of the page. */
import app from "./app";
import firstVisit from "./firstVisit";
import theory from "./theory";
import ui from "./ui";
import watch from "./watch";

export default {
  app,
  firstVisit,
  theory,
  ui,
  watch,
};
