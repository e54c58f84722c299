import type en from "../en/app";
import type { Translated } from "../types";

const app: Translated<typeof en> = {
  title: "Neurarium · 看见神经网络",
  description: "搭一个神经网络，点“训练”，看每一层怎样学习。",
  close: "关闭",

  keys: {
    title: "快捷键",
    hint: "快捷键（?）",
    training: {
      title: "训练",
      toggle: "训练或暂停",
      step: "训练一步",
      tenSteps: "训练十步",
      epoch: "训练一轮",
      reset: "重置，初始权重不变",
      reseed: "换随机种子：换一组初始权重",
      stop: "停止",
      slower: "放慢：降低限速",
      faster: "加快",
    },
    network: {
      title: "网络",
      search: "搜索层；按 Enter 添加第一个",
      insert: "在连线上或卡片之后添加一层",
      next: "到下一张卡片或下一条连线；按 Enter 选中",
      walk: "在卡片之间移动",
      several: "点击或按 Enter：再选一张；拖动：框选",
      all: "选中所有层",
      fold: "折叠或展开重复的块",
      foldAll: "全部折叠或全部展开",
      glass: "查看所选层的内部，再按返回",
      back: "后退一级",
    },
    editing: {
      title: "编辑",
      remove: "删除选中的层或连线",
      earlier: "把层移近数据",
      later: "把层移近损失",
      copy: "复制层",
      cut: "剪切层",
      paste: "粘贴到选中的连线上或卡片之后",
      duplicate: "再制一份",
      undo: "撤销",
      redo: "重做",
      open: "打开文件中的网络",
      save: "把网络保存为文件",
    },
    glass: {
      title: "透视箱",
      move: "后退或前进一处",
      ends: "到开头或末尾",
      next: "到下一幅图，方向键移动其中的单元",
    },
    page: {
      title: "页面",
      arena: "打开竞技场，再按返回",
      descents: "打开曲面上的优化器，再按返回",
      palette: "显示或隐藏层列表",
      dock: "显示或隐藏图表区",
      inspector: "显示或隐藏详情栏",
      maximise: "图表区铺满页面，再按还原",
      value: "在数字框中：换到相邻的值",
      help: "打开本列表",
    },
    space: "空格",
  },

  panels: {
    palette: {
      name: "层列表",
      show: "显示层列表（1）",
      hide: "隐藏层列表（1）",
      size: "层列表的宽度",
    },
    dock: {
      name: "图表区",
      show: "显示图表区（2）",
      hide: "隐藏图表区（2）",
      size: "图表区的高度",
    },
    inspector: {
      name: "详情栏",
      show: "显示详情栏（3）",
      hide: "隐藏详情栏（3）",
      size: "详情栏的宽度",
    },
    maximise: "图表区铺满页面",
    maximiseHint: "铺满页面（F）",
    restoreHint: "还原（F）",
  },

  language: {
    change: "语言：{{now}}，{{mark}}。切换为 {{other}}",
  },

  colours: {
    auto: "跟随系统",
    light: "浅色",
    dark: "深色",
    change: "配色：{{now}}。切换为{{next}}",
  },

  status: {
    show: "查看 {{node}}",
    close: "关闭这条消息",
    more: "另外还有 {{others}} 处。",
    then: "改好后会接着训练。",
    reconnecting: "与服务器的连接已断开。",
    reconnectingHint: "正在重试；这期间的测量值会在连上后补齐。",
    failed: "训练出错。",
    failedHint: "点“重置”重新建立。",
    diverged: "训练已发散。",
    divergedHint: "请调低学习率或更换权重初始值，再点“训练”。",
    interrupted: "训练已中断。",
    interruptedHint: "点“训练”从第 0 步重新开始。",
    stopped: "已停止。",
    stoppedHint: "点“训练”从第 0 步重新开始。",
    brokenLinkHint: "先打开了默认的网络；请向对方重新要一次链接。",
  },

  waiting: {
    asking: "正在向服务器询问有哪些层可用…",
    goesOn: "服务器恢复后，页面会自动继续。",
  },
};

export default app;
