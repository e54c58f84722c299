import type en from "../en/ui";
import type { Translated } from "../types";

const ui: Translated<typeof en> = {
  plot: {
    step: "第 {{step}} 步",
    notLoaded: "曲线图加载失败，请刷新页面。",
  },
};

export default ui;
