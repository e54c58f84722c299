import type en from "../en/app";
import type { Translated } from "../types";

const app: Translated<typeof en> = {
  keys: {
    title: "快捷键",
  },
  language: {
    change: "中文 / English",
  },
};

export default app;
