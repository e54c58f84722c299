/** English: a namespace for each part of the page. */
import app from "./app";
import arena from "./arena";
import builder from "./builder";
import controls from "./controls";
import descents from "./descents";
import diagnosis from "./diagnosis";
import document from "./document";
import draw from "./draw";
import firstVisit from "./firstVisit";
import inspector from "./inspector";
import glass from "./glass";
import run from "./run";
import settings from "./settings";
import theory from "./theory";
import ui from "./ui";
import watch from "./watch";

export default {
  app,
  arena,
  builder,
  controls,
  descents,
  diagnosis,
  document,
  draw,
  firstVisit,
  inspector,
  glass,
  run,
  settings,
  theory,
  ui,
  watch,
};
