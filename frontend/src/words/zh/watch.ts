import type en from "../en/watch";
import type { Translated } from "../types";

const watch: Translated<typeof en> = {
  waiting: "等待第一次测量…",
  step: "第 {{step}} 步",
  now: "当前",
  comma: "，",
  layerShown: "显示的层",

  tabs: {
    label: "视图",
    overview: { title: "总览", question: "训练得怎么样，一眼看全" },
    curves: { title: "曲线", question: "损失降得怎么样" },
    activations: { title: "激活值", question: "各层输出了什么" },
    gradients: { title: "梯度", question: "梯度传到了吗" },
    weights: { title: "权重", question: "权重怎样分布" },
    filters: { title: "卷积核", question: "卷积核在找什么" },
    decision: { title: "决策面", question: "每个位置判成哪一类" },
    draw: { title: "手绘", question: "我画的会被认成什么" },
  },

  status: {
    none: "尚未训练",
    starting: "正在启动…",
    queued: "排队中",
    reconnecting: "正在重连…",
    gone: "本次训练已不在",
    paused: "已暂停",
    finished: "已完成",
    stopped: "已停止",
    diverged: "已发散",
    failed: "出错",
    interrupted: "已中断",
  },

  card: {
    outputs: "{{node}} 输出的分布",
    filters: "{{node}} 的卷积核与输出",
    input: "数据中的第一个样本",
  },

  node: {
    title: "测量值",
    titleAt: "第 {{step}} 步的测量值",
    empty: "还没有测量值，请先开始训练。",
    outputMean: "输出均值",
    outputSpread: "输出标准差",
    gradientNorm: "{{parameter}} 的梯度范数",
    updateRatio: "{{parameter}} 的更新比",
    counted: "{{size}}",
    countedOf: "{{size}}，来自 {{samples}} 个样本",
    filtersNow: "当前的卷积核",
    filtersBefore: "第 0 步的卷积核",
    beforeTraining: "训练前",
    beforeOnHover: "（悬停看训练前）",
    filtersHint: "卷积核；悬停或聚焦时显示训练前的样子",
    filtersRange: "权重从 {{low}} 到 {{high}}；显示其中 {{share}}。",
  },

  update: {
    small: "低于 {{limit}}：这些权重几乎不动。",
    healthy: "在通常的范围内。",
    large: "高于 {{limit}}：每次更新都会冲掉不少已学到的东西。",
    none: "还没有更新过。",
  },

  histogram: {
    mean: "均值",
    spread: "标准差",
    minimum: "最小值",
    maximum: "最大值",
    zero: "为零",
    saturated: "饱和",
    dead: "死亡神经元",
    notFinite: "非有限值",
    notFiniteFinding: "NaN 或无穷大，不计入任何区间。",
    counted: "计入",
    of: "总数",
    size: "n = {{sampled}}",
    sizeOf: "n = {{sampled}} / {{total}}",
    counts: "各区间的个数，虚线为均值",
    countsCut: "各区间的个数，最高柱已截断，虚线为均值",
    sentence: "第 {{step}} 步，{{subject}}：{{figures}}，{{size}}。",
    bin: "{{from}} 到 {{to}}：{{values}} 个，占 {{share}}",
    noBin: "此处没有值",
    subject: {
      activation_histogram: "{{node}} 的输出",
      weight_histogram: "{{node}} 的 {{parameter}}",
      gradient_histogram: "{{node}} 的 {{parameter}} 梯度",
    },
    newest: "{{subject}}的最新分布",
    overTime: "{{subject}}的分布随时间的变化",
  },

  curves: {
    loss: {
      title: "损失",
      label: "损失随训练步数的变化",
      empty: "这里显示每一步的训练损失，以及每轮结束后的验证损失。请先开始训练。",
    },
    accuracy: {
      title: "准确率",
      label: "准确率随训练步数的变化",
      empty: "分类任务中，这里显示答对的比例。请先开始训练。",
    },
    names: { training: "训练", smoothed: "平滑", validation: "验证" },
    byStep: "按步",
    notMeasured: "未测量",
    summary: "{{title}}，第 {{step}} 步：训练 {{training}}，验证 {{validation}}。",
    scale: "损失的坐标",
    linear: "线性",
    logarithmic: "对数",
    smoothing: "平滑",
    smoothingHint: "平滑曲线中过去所占的权重",
  },

  activations: {
    nowEmpty: "这里显示最新的直方图，以及光标处的数值。",
    figures: "数值",
    figuresEmpty: "这里显示输出的均值、标准差和各项占比。",
  },

  outputs: {
    title: "输出",
    subtitle: "输出的分布，最新的在前",
    subtitleCut: "输出的分布，最新的在前，峰已截断",
    empty: "从第 0 步起，这里显示 {{node}} 的输出怎样分布、怎样变化。请先开始训练。",
    emptyAny: "从第 0 步起，这里显示一层的输出怎样分布、怎样变化。请先开始训练。",
  },

  gradients: {
    flow: "梯度流",
    flowUnit: "各层的梯度范数，对数坐标",
    flowLabel: "各层的梯度范数，对数坐标",
    flowSentence: "第 {{step}} 步的梯度范数：{{norms}}。",
    flowEmpty: "这里显示有多少梯度传到各个带权重的层。请先开始训练。",
    table: "按参数",
    tableUnit: "损失对各权重张量的梯度",
    tableEmpty:
      "这里显示每个梯度的范数、均值、标准差和最大幅度，以及每次更新使权重移动多少。请先开始训练。",
    parameter: "参数",
    norm: "范数",
    mean: "均值",
    spread: "标准差",
    largest: "最大幅度",
    ratio: "更新比",
    band: "通常范围",
    note: "更新比：一步中的 ‖Δw‖ / ‖w‖，通常在 {{low}} 到 {{high}} 之间。更小则权重几乎不动；更大则每一步都会冲掉不少已学到的东西。",
  },

  weights: {
    title: "权重",
    none: "添加一个带权重的层，这里就会显示它的权重。",
    parameterShown: "显示的参数",
    gradient: "梯度",
    gradientOf: "{{parameter}} 的当前梯度",
    empty: "这里显示 {{subject}}。请先开始训练。",
    emptyOverTime: "从第 0 步起，这里显示 {{subject}}。请先开始训练。",
  },

  filters: {
    title: "卷积核",
    unit: "卷积核",
    none: "卷积核就是卷积层的权重，这里把它画成图像。添加一个二维卷积层即可看到。",
    before: "训练前",
    emptyNow: "从第 0 步起，这里显示 {{node}} 的卷积核。请先开始训练。",
    emptyBefore: "这里显示第 0 步时的卷积核。只有本页从头观察时才会留下；请重置后再训练。",
    range: "权重从 {{low}} 到 {{high}}。",
    labelNow: "{{node}} 当前的卷积核",
    labelBefore: "{{node}} 在第 0 步的卷积核",
    all_other: "{{count, number}} 个卷积核",
    some: "{{all}} 个卷积核中的 {{shown}} 个",
    size: "{{filters}}，大小 {{size}}",
    sizeBy: "{{filters}}，大小 {{size}}，{{channels}}",
    channels: "{{all}} 个输入通道",
    someChannels: "{{all}} 个输入通道中的 {{shown}} 个",
    weight: "卷积核 {{filter}}，输入通道 {{input}}，第 {{row}} 行第 {{column}} 列：{{value}}",
  },

  decision: {
    title: "决策面",
    unit: "颜色越深，网络越有把握；点为训练数据",
    label: "平面上各类的概率，以及训练数据",
    empty: "这里显示网络在平面每一点上的判断。请先开始训练。",
    otherData:
      "决策面需要只有两个特征的数据，例如螺旋或双月；{{dataset}}的形状是 {{shape}}。换一组数据即可看到。",
    classes: "类别",
    answered: "{{name}} 占 {{share}}",
    sentence: "第 {{step}} 步平面上概率最大的类别：{{shares}}。",
  },
};

export default watch;
