/** 简体中文：与英文一一对应。 */
import type en from "../en";
import type { Translated } from "../types";
import app from "./app";
import controls from "./controls";
import firstVisit from "./firstVisit";
import glass from "./glass";
import run from "./run";
import settings from "./settings";
import theory from "./theory";
import ui from "./ui";
import watch from "./watch";

const zh: Translated<typeof en> = {
  app,
  controls,
  firstVisit,
  glass,
  run,
  settings,
  theory,
  ui,
  watch,
};

export default zh;
