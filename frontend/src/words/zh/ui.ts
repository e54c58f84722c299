import type en from "../en/ui";
import type { Translated } from "../types";

const ui: Translated<typeof en> = {
  plot: {
    step: "第 {{step}} 步",
    notLoaded: "曲线图加载失败，请刷新页面。",
  },

  number: {
    needed: "这里需要一个数。",
    wholeNeeded: "这里需要一个整数。",
    atLeast: "不能小于 {{limit}}。",
    atMost: "不能大于 {{limit}}。",
    moreThan: "必须大于 {{limit}}。",
    lessThan: "必须小于 {{limit}}。",
    notApplied: "{{problem}}未生效。",
    stillApplied: "{{problem}}未生效，仍为 {{value}}。",
  },

  numbers: {
    needed: "这里需要一列数，用逗号隔开。",
    wholeNeeded: "这里需要一列整数，用逗号隔开。",
    atLeast: "至少要有 {{limit}} 个。",
    atMost: "至多只能有 {{limit}} 个。",
  },

  size: {
    height: "{{setting}}，高",
    width: "{{setting}}，宽",
    word: "{{setting}}：{{word}}",
    tie: "高和宽用同一个数",
    tieOf: "{{setting}}：高和宽用同一个数",
    untie: "分别设置高和宽",
  },

  legend: {
    empty: "色标",
    range: "色标：橙色为 −{{limit}}，中间为 0，蓝色为 +{{limit}}",
  },

  automatic: "自动",
};

export default ui;
