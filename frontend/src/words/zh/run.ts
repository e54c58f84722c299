import type en from "../en/run";
import type { Translated } from "../types";

const run: Translated<typeof en> = {
  restarts: "网络已改变，从第 0 步重新训练。",
  letGo: "网络已改变，点“训练”从第 0 步开始。",

  gone: "服务器上已没有本次训练。",
  goneHint: "点“训练”重新开始。",
  unreadable: "有一条训练消息无法读取（{{reason}}）。",
  unreadableHint: "请刷新页面。",

  unreachable: "服务器没有响应。",
  unreachableHint: "请用 `make run` 启动它，或等它恢复。",
  unexplained: "服务器对 {{path}} 只回答了 {{status}}，没有说明原因。",
  unexplainedHint: "请查看服务器的终端；恢复后刷新页面。",
};

export default run;
