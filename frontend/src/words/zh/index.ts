/** 简体中文：与英文一一对应。 */
import type en from "../en";
import type { Translated } from "../types";
import app from "./app";
import firstVisit from "./firstVisit";
import theory from "./theory";
import ui from "./ui";
import watch from "./watch";

const zh: Translated<typeof en> = {
  app,
  firstVisit,
  theory,
  ui,
  watch,
};

export default zh;
