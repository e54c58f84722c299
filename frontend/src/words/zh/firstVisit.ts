import type en from "../en/firstVisit";
import type { Translated } from "../types";

const firstVisit: Translated<typeof en> = {
  title: "第一步",
  progress: "{{number}}/{{count}}",
  next: "下一条",
  done: "完成",
  dismiss: "不再提示",
  play: "点“训练”。",
  playMore: "这个小网络就开始学习识别真实的手写数字，每张卡片都会有内容。",
  look: "点选卡片 conv1。",
  lookMore: "右侧是引擎测得的卷积核和各项数值。",
  lookAny: "点选一张卡片。",
  lookAnyMore: "右侧是引擎在这一层测得的数值。",
  change: "训练时改点什么。",
  changeMore: "调一调学习率，或右侧的其他数值，看曲线怎样变化。",
  boundary: "在网络菜单里选“螺旋”，再点“训练”。",
  boundaryMore: "决策面会一边学习一边绕着这些点弯曲。",
};

export default firstVisit;
