import type en from "../en/diagnosis";
import type { Translated } from "../types";

const diagnosis: Translated<typeof en> = {
  label: "诊断",
  tab: "诊断",
  question: "哪里出了问题，怎样补救",
  count_other: "{{count}} 项发现",
  announced_other: "本次训练有 {{count}} 项发现。",

  subtitle: "对测量值逐条检查",
  empty: "按下播放：每次测量之后，都会逐条检查网络中常见的问题。",
  none: "从第 0 步到第 {{step}} 步，没有发现问题。",
  looked: "每次测量之后都会检查：{{rules}}。",

  select: "选中 {{node}}",
  measured: "测得",
  limit: "阈值",
  of: "{{unit}}，第 {{step}} 步；始于第 {{since}} 步",
  above: "≥ {{limit}}",
  below: "≤ {{limit}}",
  why: "为什么重要",
  source: "出处",
  whyHere: "为何取此阈值：{{reason}}",
  mends: "如何补救",
  apply: "应用",
  applyLabel: "应用：{{mend}}",
  beside: "对比试验",
  besideLabel: "对比试验：{{mend}}",
  changed: "网络已不是训练时的那个；重新训练后才能应用补救办法。",
  more: "{{badge}} +{{count}}",
};

export default diagnosis;
