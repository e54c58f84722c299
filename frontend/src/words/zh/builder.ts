import type en from "../en/builder";
import type { Translated } from "../types";

const builder: Translated<typeof en> = {
  network: "网络",
  empty: "输入和损失之间还没有层。点击左侧的层，或把它拖到这里。",

  picker: {
    label: "层列表",
    search: "搜索层",
    nothing: "没有与“{{query}}”匹配的层。",
    on: "在 {{source}} 与 {{target}} 之间添加一层",
    behind: "在 {{source}} 之后添加一层",
  },

  card: {
    input: "input：数据",
    loss: "损失",
    layer: "{{id}}，{{title}}",
    repeat: "{{name}}：一张卡片里有 {{layers, number}} 层",
    accuracy: "准确率",
    parameters: "{{count, number}} 个参数",
    cost: "每个样本 {{cost}} 次乘加",
    memory: "训练占用内存 {{memory}}",
  },

  error: "错误",
  errors_other: "{{count}} 个错误",
  whatIsWrong: "{{where}} 有什么问题",

  wire: {
    gradient: "第 {{step}} 步 {{node}} 的梯度范数：{{norm}}",
    legend: "连线所到层的梯度范数",
    label: "从 {{source}} 到 {{target}} 的连线",
    insert: "在这里添加一层",
  },

  join: {
    title: "{{target}} 只接收一个输入",
    through: "{{merge}}：两个都接收",
    instead: "只接收 {{source}}",
  },

  repeat: {
    layers_other: "{{count, number}} 层",
    parts: "{{times, number}} × {{layers, number}} 层",
    unfold: "展开 {{name}} 的各层",
    fold: "把 {{name}} 折叠成一张卡片",
    part: "{{name}} · 第 {{number}} 个，共 {{times}} 个",
  },

  summary: {
    layers_other: "{{count, number}} 层",
    parameters: "{{count, number}} 个参数",
    cost: "每个样本 {{cost}} 次乘加",
    memory: "训练占用内存 {{memory}}",
    memoryHint:
      "一个批次的输出 {{activations}}，参数 {{parameters}}，梯度 {{gradients}}，优化器 {{optimizer}}，滑动统计量 {{buffers}}",
    selected: "已选中 {{count, number}} 层",
  },

  controls: {
    label: "编辑与视图",
    flow: "在连线上显示梯度",
    undo: "撤销（Ctrl Z）",
    redo: "重做（Ctrl Shift Z）",
    paste: "粘贴层（Ctrl V）",
    zoomOut: "缩小",
    zoomIn: "放大",
    fit: "显示整个网络",
    fold: "折叠重复的块（Shift E）",
    unfold: "展开所有层（Shift E）",
  },

  flow: {
    card: "按 Enter 或空格选中卡片，同时按 Shift 可选中多张。Delete 删除，方向键移到相邻的卡片，+ 在其后添加一层。",
    wire: "按 Enter 或空格选中连线。+ 在连线上添加一层，Delete 删除连线。",
    port: "连接",
    cardRole: "卡片",
    wireRole: "连线",
  },
};

export default builder;
