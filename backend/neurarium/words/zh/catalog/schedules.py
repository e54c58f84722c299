"""Learning-rate schedules: titles, sentences, settings and sources."""

TEXTS = {
    # Titles
    "Constant": "恒定",
    "Cosine": "余弦",
    "Exponential": "指数",
    "Inverse time (1/t)": "反比衰减（1/t）",
    "Piecewise constant": "分段恒定",
    "Steps": "阶梯",
    # Sentences
    "The learning rate stays as it is set.": "学习率保持设定值不变。",
    "Falls along half a cosine wave, slowly at both ends, over the whole run.": (
        "在整个训练过程中沿半个余弦波下降，两端较慢。"
    ),
    "Takes the same share of the learning rate away at every batch update.": "每次批次更新都减去学习率的同样比例。",
    "Falls fast at first and ever more slowly, without end: after 1/k batch updates it is at half.": (
        "先快后慢，不断下降：经过 1/k 次批次更新后降到一半。"
    ),
    "Keeps the learning rate level between boundaries, at a height that you choose for each stretch.": (
        "在各分界点之间学习率保持不变，每一段的大小由你指定。"
    ),
    "Multiplies the learning rate by gamma each time a number of batch updates has passed.": (
        "每经过一定次数的批次更新，就把学习率乘以 gamma。"
    ),
    # Settings
    "Warm-up, in steps": "预热步数",
    "Batch updates over which the learning rate climbs to its full height, before all else.": (
        "最开始，学习率在多少次批次更新内升到设定值。"
    ),
    "Final factor m": "最终系数 m",
    "What is left of the learning rate at the end.": "结束时学习率剩下的比例。",
    "Decay k, per step": "每步衰减 k",
    "How fast it falls: after 1/k steps the exponential is at 37 %, the inverse at half.": (
        "下降的快慢：经过 1/k 步后，指数衰减降到 37 %，反比衰减降到一半。"
    ),
    "Boundaries, in steps": "分界点（步数）",
    "Batch updates after which the next factor holds, rising.": ("经过多少次批次更新后改用下一个系数，从小到大排列。"),
    "Factors": "系数",
    "What the learning rate is multiplied by in each stretch: one more than there are boundaries.": (
        "每一段中学习率所乘的系数：比分界点多一个。"
    ),
    "Distance, in steps": "间隔步数",
    "Batch updates from one fall to the next.": "相邻两次下降之间的批次更新次数。",
    "What the learning rate is multiplied by at each fall.": "每次下降时学习率所乘的系数。",
    # Sources
    "Deep Learning from Scratch, section 6.1": "《深度学习入门》6.1 节",
    "Loshchilov and Hutter 2017, SGDR: Stochastic Gradient Descent with Warm Restarts": (
        "Loshchilov 和 Hutter，2017，SGDR: Stochastic Gradient Descent with Warm Restarts"
    ),
    "Stanford CS231n, Neural Networks Part 3, annealing the learning rate": (
        "斯坦福大学 CS231n，Neural Networks Part 3，学习率退火"
    ),
    "Robbins and Monro 1951, A Stochastic Approximation Method": (
        "Robbins 和 Monro，1951，A Stochastic Approximation Method"
    ),
    "He et al. 2016, Deep Residual Learning for Image Recognition, section 4.2": (
        "He（何恺明）等，2016，Deep Residual Learning for Image Recognition，4.2 节"
    ),
    "PyTorch, torch.optim.lr_scheduler.StepLR": "PyTorch，torch.optim.lr_scheduler.StepLR",
}
