import type en from "../en/draw";
import type { Translated } from "../types";

const draw: Translated<typeof en> = {
  otherData: "在这里画图，看网络把它认成什么。这需要图像数据，例如手写数字；{{dataset}}不是图像。",
  noShape: "检查完当前的网络后，画板会出现在这里。",

  sheet: {
    title: "画板",
    label:
      "画板。用鼠标、手指或触控笔画；也可以用方向键移动笔尖（按住 Shift 微调），按空格落笔或提笔，按 Delete 清空，按 Ctrl Z 撤销一笔。",
    role: "画板",
    invitation: "在这里画，拖入一张图片，或取一个数据样本。",
    tools: "画板工具",
    undo: "撤销最后一笔",
    clear: "清空画板",
    open: "打开图片",
    openHint: "打开图片，也可以直接拖到画板上",
    colour: "画笔颜色",
    sample: "取一个数据样本；再点取下一个",
    unreadable: "浏览器无法把这个文件读成图片。",
    noSample: "没有取到样本；服务器上可能没有这个数据集。",
  },

  sample: {
    validation: "验证 {{place}} / {{total}}",
    train: "训练 {{place}} / {{total}}",
  },

  input: {
    title: "实际输入",
    empty: "实际送入网络的内容会显示在这里。",
    label: "实际送入的输入，{{height}}×{{width}} 像素，取值 0 到 1；其中 {{inked}} 个不为 0。",
    sample: "数据中的样本，未作改动。",
    drawnOver: "数据中的样本，加上画在上面的笔画。",
    picture: "图片按比例缩放，颜色不变。",
    value: "第 {{row}} 行，第 {{column}} 列：{{value}}",
  },

  answer: {
    title: "回答",
    probabilities: "概率",
    fromLogits: "由网络输出的 logits 算出，与{{loss}}的取法相同。",
    outputs: "原始输出",
    step: "第 {{step}} 步",
    label: "网络对各类别的回答",
    output: "原始输出 {{value}}",
    chosen: "，网络的回答",
    true: "，真实类别",
    hidden_other: "另外还有 {{count, number}} 个类别",
    summary: "认成 {{name}}。",
    empty: "网络把你画的认成什么会显示在这里，并随训练实时变化。",
    coming: "正在询问网络…",
  },

  noRun: {
    none: "还没有训练，网络无法回答。",
    starting: "正在建立网络，马上就能回答。",
    ended: "这次训练已结束，网络已释放。",
    start: "开始训练",
  },

  excited: {
    title: "激活了什么",
    subtitle: "每一层的输出，橙色为负，蓝色为正",
    empty: "你画的图在各层得到的特征图会显示在这里。",
    label: "{{node}} 对这个输入的输出，从 {{low}} 到 {{high}}",
    large: "数据太大，没有一并取回。",
    mapValue: "第 {{channel}} 张特征图，第 {{row}} 行，第 {{column}} 列：{{value}}",
    unitValue: "第 {{channel}} 个单元：{{value}}",
  },
};

export default draw;
