/** English: a namespace for each part of the page. */
import app from "./app";
import arena from "./arena";
import controls from "./controls";
import descents from "./descents";
import firstVisit from "./firstVisit";
import run from "./run";
import settings from "./settings";
import theory from "./theory";
import ui from "./ui";
import watch from "./watch";

export default {
  app,
  arena,
  controls,
  descents,
  firstVisit,
  run,
  settings,
  theory,
  ui,
  watch,
};
