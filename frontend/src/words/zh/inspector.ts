import type en from "../en/inspector";
import type { Translated } from "../types";

const inspector: Translated<typeof en> = {
  label: "详情栏",

  run: { title: "训练", subtitle: "点击卡片查看对应的层" },
  input: "数据",
  loss: { title: "损失", subtitle: "训练要使它变小" },
  unknown: "服务器没有名为“{{kind}}”的层。",
  settings: "设置",

  name: { rename: "改名", label: "层的名称" },

  actions: {
    look: "查看内部（G）",
    label: "对 {{id}} 的操作",
    several: "对选中部分的操作",
    earlier: "前移一位（Alt ←）",
    later: "后移一位（Alt →）",
    copy: "复制（Ctrl C）",
    cut: "剪切（Ctrl X）",
    duplicate: "再制一份（Ctrl D）",
    delete: "删除（Delete）",
    fold: "折叠成一张卡片（E）",
    unfold: "逐层展开（E）",
  },

  several: {
    cards_other: "{{count, number}} 层",
    subtitle: "已选中",
    repeat: "{{times, number}} × {{layers, number}} 层",
    repeatHint: "网络中结构相同的部分，合成一张卡片。",
    layers: "各层",
    show: "查看 {{id}}",
  },

  inputs: {
    one: "输入",
    many: "输入",
    cut: "不再接收 {{id}}",
    add: "再接收一个输入",
    change: "改为接收另一层的输出，或同时接收两者",
    addChoice: "添加…",
    changeChoice: "更换…",
    instead: "代替 {{id}}",
    through: "同时接收：{{merge}}",
  },

  costs: {
    title: "形状与开销",
    output: "输出",
    parameters: "参数",
    cost: "每个样本的乘加次数",
    memory: "训练占用内存",
    memoryHint: "整个训练步中一直保留的数组；引擎在一层之内临时借用的不计在内。",
    activations: "一个批次的输出",
    parameterBytes: "参数",
    gradients: "梯度",
    optimizer: "优化器",
    buffers: "滑动统计量",
  },
};

export default inspector;
