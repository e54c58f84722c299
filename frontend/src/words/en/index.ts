/** English: a namespace for each part of the page. */
import app from "./app";
import theory from "./theory";
import ui from "./ui";
import watch from "./watch";

export default {
  app,
  theory,
  ui,
  watch,
};
