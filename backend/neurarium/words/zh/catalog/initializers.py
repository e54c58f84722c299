"""Initializers: titles, sentences, settings and sources."""

TEXTS = {
    # Titles
    "By activation": "按激活函数选择",
    "Constant": "常数",
    "He normal": "He 初始值（正态分布）",
    "He uniform": "He 初始值（均匀分布）",
    "LeCun normal": "LeCun 初始值（正态分布）",
    "Normal": "正态分布",
    "Ones": "全为 1",
    "Orthogonal": "正交",
    "Uniform": "均匀分布",
    "Xavier normal": "Xavier 初始值（正态分布）",
    "Xavier uniform": "Xavier 初始值（均匀分布）",
    "Zeros": "全为 0",
    # Sentences
    "What suits the activation that follows: He for ReLU and its kin, Xavier for sigmoid and tanh.": (
        "依后面的激活函数而定：ReLU 一类用 He 初始值，sigmoid 和 tanh 用 Xavier 初始值。"
    ),
    "Every value starts the same; as weights, this keeps all units of a layer identical.": (
        "所有值都从同一个数开始；用作权重时，同一层的神经元会始终完全相同。"
    ),
    "Normal, with a spread that keeps signals level through ReLU layers.": (
        "正态分布，其标准差使信号经过 ReLU 层时大小保持稳定。"
    ),
    "Uniform, with a spread that keeps signals level through ReLU layers.": (
        "均匀分布，其标准差使信号经过 ReLU 层时大小保持稳定。"
    ),
    "Normal, with a spread that keeps signals level through layers that are nearly linear.": (
        "正态分布，其标准差使信号经过近似线性的层时大小保持稳定。"
    ),
    "Draws from a normal distribution whose spread you choose, whatever the layer's size.": (
        "从正态分布中抽取，标准差由你指定，与层的大小无关。"
    ),
    "Every value starts at one; as weights, this keeps all units of a layer identical.": (
        "所有值都从 1 开始；用作权重时，同一层的神经元会始终完全相同。"
    ),
    "A random rotation: weights that turn what comes in without stretching it.": (
        "一个随机旋转：权重只转动输入，不拉伸它。"
    ),
    "Draws evenly between two bounds that you choose, whatever the layer's size.": (
        "在你指定的上下限之间均匀抽取，与层的大小无关。"
    ),
    "Normal, with a spread that keeps signals level through sigmoid and tanh layers.": (
        "正态分布，其标准差使信号经过 sigmoid 和 tanh 层时大小保持稳定。"
    ),
    "Uniform, with a spread that keeps signals level through sigmoid and tanh layers.": (
        "均匀分布，其标准差使信号经过 sigmoid 和 tanh 层时大小保持稳定。"
    ),
    "Every value starts at zero; as weights, this keeps all units of a layer identical.": (
        "所有值都从 0 开始；用作权重时，同一层的神经元会始终完全相同。"
    ),
    # Settings
    "Value": "值",
    "What every element starts at.": "每个元素的初始值。",
    "Fan": "扇入或扇出",
    "fan_in keeps the signal level on its way forward, fan_out the gradient on its way back.": (
        "fan_in（扇入）使正向传播的信号大小保持稳定，fan_out（扇出）使反向传播的梯度大小保持稳定。"
    ),
    "Negative slope": "负半轴斜率",
    "That of the leaky ReLU that follows; 0 for a ReLU. The gain is sqrt(2 / (1 + slope^2)).": (
        "后面的 Leaky ReLU 在负半轴的斜率；ReLU 为 0。增益为 sqrt(2 / (1 + 斜率^2))。"
    ),
    "Standard deviation": "标准差",
    "The spread of the drawn values.": "所抽取的值的标准差。",
    "Gain": "增益",
    "All values are multiplied by it: 1 for sigmoid, 5/3 for tanh, 1.414 for ReLU.": (
        "所有值都乘以它：sigmoid 用 1，tanh 用 5/3，ReLU 用 1.414。"
    ),
    "Low": "下限",
    "No value lies below.": "所有值都不低于它。",
    "High": "上限",
    "No value lies above.": "所有值都不高于它。",
    # Sources
    "Deep Learning from Scratch, section 6.2; Glorot and Bengio 2010; He et al. 2015": (
        "《深度学习入门》6.2 节；Glorot 和 Bengio，2010；He（何恺明）等，2015"
    ),
    "Deep Learning from Scratch, section 6.2.1": "《深度学习入门》6.2.1 节",
    "Deep Learning from Scratch, section 6.2.2": "《深度学习入门》6.2.2 节",
    "He et al. 2015, Delving Deep into Rectifiers": "He（何恺明）等，2015，Delving Deep into Rectifiers",
    "LeCun et al. 1998, Efficient BackProp, section 4.6": "LeCun 等，1998，Efficient BackProp，4.6 节",
    "PyTorch, torch.nn.init.ones_": "PyTorch，torch.nn.init.ones_",
    "Saxe et al. 2014, Exact solutions to the nonlinear dynamics of learning in deep linear networks": (
        "Saxe 等，2014，Exact solutions to the nonlinear dynamics of learning in deep linear networks"
    ),
    "PyTorch, torch.nn.init.uniform_": "PyTorch，torch.nn.init.uniform_",
    "Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks": (
        "Glorot 和 Bengio，2010，Understanding the difficulty of training deep feedforward neural networks"
    ),
}
