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
};

export default theory;
