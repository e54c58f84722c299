"""Optimizers: titles, sentences, settings and sources."""

TEXTS = {
    # Titles
    "Momentum": "动量法（Momentum）",
    # Sentences
    "Measures its steps by the steps it took before, so that it hardly needs a learning rate.": (
        "参照以前走过的步子来决定步长，因此几乎不需要学习率。"
    ),
    "Shortens the step of each weight by all the gradient it has seen.": (
        "每个权重的步长随它见过的全部梯度的累积而缩短。"
    ),
    "Momentum and a step size of its own for every weight, both corrected for their start at zero.": (
        "结合动量与每个权重各自的步长，并修正二者从 0 开始带来的偏差。"
    ),
    "Adam whose weight decay shrinks all weights alike, instead of being scaled with their gradients.": (
        "Adam 的变体：权值衰减以相同比例缩小所有权重，而不随梯度缩放。"
    ),
    "Builds up speed where gradients agree, like a ball rolling down a slope.": (
        "梯度方向一致时不断加速，就像小球滚下斜坡。"
    ),
    "Momentum that looks ahead: it takes the gradient where its speed is about to carry it.": (
        "会向前看的动量法：在速度即将到达的地方计算梯度。"
    ),
    "Like AdaGrad, but forgets old gradients, so steps do not die away.": (
        "与 AdaGrad 相似，但会逐渐遗忘旧的梯度，步长因此不会消失。"
    ),
    "Steps straight down the gradient of the batch.": "直接沿批次梯度的反方向前进。",
    # Settings
    "Learning rate": "学习率",
    "How far a step goes; can be changed while it trains.": "每一步走多远；训练中可以更改。",
    "Decay rate": "衰减率",
    "How much of the squared gradients and steps is kept from step to step.": "每一步保留多少以前的梯度平方和步长平方。",
    "How much of the squared gradient is kept from step to step.": "每一步保留多少以前的梯度平方。",
    "How much of the mean gradient is kept from step to step.": "每一步保留多少以前的平均梯度。",
    "How much of the speed is kept from step to step.": "每一步保留多少以前的速度。",
    "Added to the divisor so that it never is zero.": "加在除数上，使其不会为 0。",
    "Weight decay (L2)": "权值衰减（L2）",
    "This times each weight is added to its gradient, so weights shrink where nothing holds them.": (
        "把权重乘以该系数后加到它的梯度上，没有数据支撑的权重就会缩小。"
    ),
    "Weight decay (decoupled)": "权值衰减（解耦）",
    "Each step takes this times the learning rate of every weight away.": (
        "每一步从每个权重中减去它自身乘以该系数与学习率之积的量。"
    ),
    "L1 penalty": "L1 惩罚",
    "This times each weight's sign is added to its gradient, so that idle weights go to zero.": (
        "把权重的符号乘以该系数后加到它的梯度上，不起作用的权重就会变成 0。"
    ),
    "Max-norm": "最大范数",
    "The greatest length of the weights that reach one unit; empty sets no bound.": (
        "通向同一个神经元的权重向量的最大长度；留空则不设上限。"
    ),
    "Gradient clipping": "梯度裁剪",
    "The greatest length of the whole gradient; empty sets no bound.": "整个梯度的最大长度；留空则不设上限。",
    "no bound": "不设上限",
    # Sources
    "Zeiler 2012, ADADELTA: An Adaptive Learning Rate Method": (
        "Zeiler，2012，ADADELTA: An Adaptive Learning Rate Method"
    ),
    "Duchi et al. 2011; Deep Learning from Scratch, section 6.1.5": "Duchi 等，2011；《深度学习入门》6.1.5 节",
    "Kingma and Ba 2015, Adam; Deep Learning from Scratch, section 6.1.6": (
        "Kingma 和 Ba，2015，Adam；《深度学习入门》6.1.6 节"
    ),
    "Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization": (
        "Loshchilov 和 Hutter，2019，Decoupled Weight Decay Regularization"
    ),
    "Polyak 1964; Deep Learning from Scratch, section 6.1.4": "Polyak，1964；《深度学习入门》6.1.4 节",
    "Nesterov 1983; Sutskever et al. 2013, On the importance of initialization and momentum": (
        "Nesterov，1983；Sutskever 等，2013，On the importance of initialization and momentum"
    ),
    "Tieleman and Hinton 2012, Lecture 6.5": "Tieleman 和 Hinton，2012，课程讲义第 6.5 讲",
    "Deep Learning from Scratch, section 6.1.2": "《深度学习入门》6.1.2 节",
}
