import type en from "../en/theory";
import type { Translated } from "../types";

const theory: Translated<typeof en> = {
  spread: {
    title: "权重的离散程度（标准差）",
    parameter: "张量",
    promised: "理论值",
    first: "第 0 步",
    now: "当前",
    notMeasured: "尚未测量",
    source: "理论值由{{initializer}}按扇入 {{fanIn}}、扇出 {{fanOut}} 给出。",
    otherWeights: "本次训练没有随机初始化权重，而是从已有权重开始。",
  },
  activation: {
    title: "曲线",
    input: "输入",
    output: "输出",
    derivative: "导数",
    saturated: "饱和区",
    reading: "x {{x}} · y {{y}} · 斜率 {{slope}}",
    waiting: "正在让该层逐点计算…",
    label: "{{title}}：输出与导数随输入的变化",
  },
  schedule: {
    title: "整个训练过程",
    rate: "学习率",
    reading: "第 {{step}} 步 · {{rate}}",
    waiting: "正在获取学习率…",
    label: "学习率随训练步数的变化",
    summary: "共 {{steps}} 步：开始为 {{first}}，最高 {{highest}}，结束为 {{last}}。",
  },
};

export default theory;
