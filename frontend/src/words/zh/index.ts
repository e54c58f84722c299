/** 简体中文：与英文一一对应。 */
import type en from "../en";
import type { Translated } from "../types";
import app from "./app";
import theory from "./theory";

const zh: Translated<typeof en> = { app, theory };

export default zh;
