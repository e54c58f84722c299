import type en from "../en/controls";
import type { Translated } from "../types";

const controls: Translated<typeof en> = {
  training: "训练",
  play: "训练",
  playHint: "开始训练（空格）",
  pause: "暂停",
  pauseHint: "暂停（空格）",
  waiting: "等待",
  reset: "重置：回到第 0 步，初始权重不变",
  oneStep: "训练一步（S）",
  moreSteps: "更多步数",
  steps_other: "{{count, number}} 步",
  epoch: "一轮（{{steps}} 步）",
  epochUnknown: "一轮",
  stop: "停止",
  reseed: "换随机种子：换一组初始权重，重新开始。当前种子为 {{seed}}。",

  rate: {
    label: "学习率",
    caption: "学习率",
    lower: "调低学习率",
    raise: "调高学习率",
  },

  speed: {
    label: "限速",
    hint: "实测速度；点击设置上限（< 与 >）",
    now: "限速：{{limit}}",
    none: "全速",
    limit: "每秒 {{rate}} 步",
    most: "≤ {{rate}} / 秒",
  },

  presets: { label: "可以直接使用的网络", unnamed: "未命名" },

  figures: {
    label: "训练进展",
    epoch: "轮",
    step: "步",
    accuracy: "验证准确率",
    speed: "步 / 秒",
    watching: "测量开销",
    watchingHint: "测量占训练时间的比例",
    engine: "引擎",
  },

  state: {
    caption: "状态",
    reconnecting: "正在重连…",
    lost: "连接已断开",
    ready: "就绪",
    queued: "排队中",
    starting: "启动中",
    running: "训练中",
    paused: "已暂停",
    finished: "已完成",
    stopped: "已停止",
    diverged: "已发散",
    failed: "出错",
    interrupted: "已中断",
  },
};

export default controls;
