import type en from "../en/settings";
import type { Translated } from "../types";

const settings: Translated<typeof en> = {
  name: { label: "名称", empty: "未命名" },

  data: {
    title: "数据",
    set: "数据集",
    samples: "{{samples}} 个样本",
    classes: "{{classes}} 类",
    size: "训练样本数",
    sizeHint: "留空则全部使用。",
    all: "全部",
    share: "验证集比例",
    shareHint: "留作验证的样本所占的比例。",
  },

  loss: { title: "损失函数", label: "损失函数" },

  optimizer: {
    onSurface: "在曲面上观察它",
    title: "优化器",
    label: "优化器",
    schedule: "学习率调度",
  },

  training: {
    title: "训练",
    batch: "批大小",
    batchHint: "每一步使用的样本数。",
    epochs: "轮数（epoch）",
    epochsHint: "把训练数据从头到尾用多少遍。",
    seed: "随机种子",
    seedHint: "决定初始权重、批次的顺序、随机失活的掩码和生成的数据。",
    watching: "测量开销，%",
    watchingHint: "测量最多占训练时间的百分之几。",
  },

  stopping: {
    title: "早停",
    on: "停在最好处",
    onHint: "验证指标不再变好时结束训练，并保留最好的权重。",
    needsValidation: "验证集比例须大于 0，才有数据可测。",
    metric: "看哪个指标",
    metricHint: "须不断变好的验证指标。",
    loss: "损失",
    accuracy: "准确率",
    patience: "等待轮数",
    patienceHint: "连续多少轮没有变好就结束训练。",
    least: "最小改善",
    leastHint: "比此前最好的结果还要好出这么多，才算变好。",
  },

  engine: {
    title: "引擎",
    label: "引擎",
    missing: "{{engine}}（未安装）",
    device: "设备",
  },
};

export default settings;
