import type en from "../en/glass";
import type { Translated } from "../types";

const glass: Translated<typeof en> = {
  title: "透视箱",
  question: "一步训练里的每一个数",
  loading: "正在打开…",

  empty: "这里逐层展示训练的一步：先前向，再反向，每个数都在其中。现在还没有训练。",
  ended: "这次训练已经结束，进程也已退出。重置或按播放，即可查看其中一步。",
  starting: "正在构建网络…",
  prepare: "构建网络，停在第一步之前",
  notPlayable: "网络有错误，改正之后才能查看。",
  looking: "正在查看…",
  tooLarge:
    "{{node}} 太大，无法逐个数字查看：仅一个样本连同权重、梯度和更新量，就超出了一次能传送的数量。",
  again: "重新查看",

  step: "第 {{step}} 步",
  stepHint: "这是接下来要做的更新，用的是此刻的权重和批次。",
  behind: "训练已经进行到第 {{step}} 步。",
  batchLoss: "损失 {{loss}}",
  rate: "学习率 {{rate}}",
  batch_other: "批次 {{count, number}} 个样本",

  track: {
    label: "这一步的各个位置",
    data: "数据",
    loss: "损失",
    update: "更新",
    forward: "{{node}}，前向",
    backward: "{{node}}，反向",
    back: "后退一处（←）",
    on: "前进一处（→）",
  },

  place: {
    data: "批次",
    dataSays: "输入什么，应当输出什么。",
    forward: "{{node}}，前向",
    loss: "损失",
    lossSays: "输出错了多少，每个输出应当往哪边变。",
    backward: "{{node}}，反向",
    update: "更新",
    updateSays: "优化器如何使用梯度。",
  },

  sample: {
    label: "批次中的样本",
    of: "样本 {{sample}} / {{samples}}",
    before: "上一个样本",
    next: "下一个样本",
    class: "类别 {{name}}",
    shown: "{{batch}} 个样本中可以查看 {{samples}} 个。",
  },

  figure: {
    input: "来自 {{node}}",
    output: "{{node}} 的输出",
    filter: "卷积核 {{filter}}，对应输入通道 {{channel}}",
    weights: "输出 {{output}} 的权重",
    weightOf: "{{node}} 的 {{name}}",
    byInput: "传往 {{node}}",
    byOutput: "传到 {{node}}",
    byParameter: "对 {{name}}，整个批次",
    before: "更新前",
    gradient: "梯度",
    update: "更新量",
    after: "更新后",
    outputs: "输出",
    targets: "目标",
    probabilities: "概率",
    byOutputs: "传往 {{node}}",
    channel: "通道 {{channel}} / {{channels}}",
    shape: "{{shape}}",
    channels: "{{what}} 的各个通道，用方向键选择",
    says: "{{what}}，形状 {{shape}}，数值从 {{low}} 到 {{high}}。",
    cell: "{{name}}[{{place}}] = {{value}}",
    chooses: "{{what}}。方向键移动所看的单元，Page Up 和 Page Down 切换通道。",
    margin: "填充",
    unit: "格内单位 {{unit}}",
  },

  arithmetic: {
    title: "一个单元的计算",
    row: "im2col 的一行：窗口看到的值与卷积核",
    rowPool: "窗口看到的值",
    rowLinear: "输入值与权重",
    rowBack: "传来的梯度 g = ∂L/∂y 与对应的权重",
    rowWeight: "传来的梯度 g = ∂L/∂y 与当时的输入",
    terms_other: "{{count, number}} 项",
    worked: "算得 {{value}}",
    measured: "测得 {{value}}",
    agrees: "吻合",
    differs: "相差 {{difference}}",
    branches: "{{node}} 通向 {{count}} 层：算出的是其中一支，测得的是各支之和。",
    share: "这是一个样本在整个批次之和中的一份。",
    shareOf: "这个样本贡献 {{part}}，整个批次（{{batch}} 个）合计 {{total}}。",
    sum: "{{batch}} 个样本合计：算得 {{sum}}，测得 {{total}}。",
    none: "这种层没有写出算式，旁边的源代码就是它的计算。",
    unread: "这里的输入为零，从输出看不出它是否被丢弃。",
    glide: "让窗口滑动",
    hold: "停住窗口",
    term: "{{place}}：{{product}}",
  },

  back: {
    aim: "求导对象",
    input: "输入",
    inputOf: "来自 {{node}} 的输入",
    data: "数据",
  },

  loss: {
    sample: "这个样本的损失",
    batch: "批次（{{batch}} 个样本）的平均损失，测得",
  },

  update: {
    layer: "层",
    parameter: "参数",
    unit: "{{unit}} / {{units}}",
    unitLabel: "该层的输出",
    rowNorm: "之后，超过最大范数的行会被缩短，测得的值已包含这一步。",
    frozen: "这一层已冻结，权重保持不变。",
    none: "这个网络没有可以更新的权重。",
    remembered: "已记住的量",
    from: "{{before}} 变为 {{after}}",
  },

  source: {
    title: "执行过的代码行",
    titleTorch: "numpy 中的同一计算",
    torch: "这次训练由 PyTorch 计算。下面是 scratch 引擎中同一层的代码。",
    lines: "第 {{from}}–{{to}} 行",
    helpers: "它调用的函数",
    ran: "已执行",
    loading: "正在读取源代码…",
  },
};

export default glass;
